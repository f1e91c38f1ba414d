// Better with script, complete without it: focus and title after a swap, and what only the browser can know:
// that the connection is gone, or that the session ended while somebody typed. Nothing typed is lost by either.
document.addEventListener('htmx:afterSwap', function (event) {
  var target = event.target.querySelector('.error-summary, [data-focus]')
  if (!target) return
  target.focus()
  var mark = document.documentElement.lang === 'en' ? 'Error: ' : 'Lỗi: '
  if (target.matches('.error-summary') && document.title.indexOf(mark) !== 0) document.title = mark + document.title
})

// A draft keeps what was typed. Going back to its page after a refusal opens it anew, and the browser need not ask
// whether to send again.
var here = document.querySelector('[data-here]')
if (here && document.querySelector('.error-summary')) history.replaceState(history.state, '', here.dataset.here)

// A file button of our own hides the browser's, and with it the names of what was chosen.
document.addEventListener('change', event => {
  var told = event.target.type === 'file' && event.target.parentNode.querySelector('[data-chosen]')
  if (told) told.textContent = Array.from(event.target.files, it => it.name).join(', ')
})

function tell (trouble) {
  var told = document.querySelector('.trouble')
  if (told) told.remove()
  if (!trouble) return
  var words = document.getElementById('trouble-' + trouble)
  document.getElementById('content').prepend(words.content.cloneNode(true))
}

function saveAll () {
  document.querySelectorAll('form[data-hx-trigger=change]').forEach(form => htmx.trigger(form, 'change'))
}

document.addEventListener('htmx:sendError', () => tell('offline'))
document.addEventListener('htmx:beforeOnLoad', event => {
  var to = event.detail.xhr.getResponseHeader('HX-Redirect')
  if (!to || to.indexOf('/session-ended') < 0) return tell()
  event.preventDefault()
  tell('ended')
})
document.addEventListener('submit', event => {
  if (!navigator.onLine) tell('offline')
  var told = document.querySelector('.trouble')
  if (!told) return
  event.preventDefault()
  told.focus()
}, true)
window.addEventListener('online', () => {
  tell()
  saveAll()
})
// Whoever comes back from signing in again gets the token of the new session, and the page is saved.
window.addEventListener('focus', async () => {
  if (!document.querySelector('.trouble.ended')) return
  var answer = await fetch(location.href)
  if (answer.redirected || !answer.ok) return
  var fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('input[name=_csrf]')
  if (!fresh) return
  document.querySelectorAll('input[name=_csrf]').forEach(it => { it.value = fresh.value })
  tell()
  saveAll()
})

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print()
})

// The checklist of the counter: arrows go from tick to tick, the space bar ticks. A paper that was seen is one original. Told before
// the form saves itself.
document.addEventListener('keydown', event => {
  var step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !event.target.matches('[data-check]')) return
  var all = Array.from(document.querySelectorAll('[data-check]'))
  var next = all[all.indexOf(event.target) + step]
  event.preventDefault()
  if (next) next.focus()
})
document.addEventListener('change', event => {
  if (!event.target.matches('[data-check][name^=seen-]')) return
  var of = event.target.name.replace('seen-', '')
  var originals = document.getElementById('originals-' + of), copies = document.getElementById('copies-' + of)
  if (event.target.checked) originals.value = Math.max(1, originals.value)
  else originals.value = copies.value = 0
}, true)

// At the desk j and k go to the next and the previous dossier, in a list from line to line, x chooses the line. One-letter keys
// can be switched off (WCAG 2.1.4) and are off while somebody types.
var keys = document.querySelector('[data-keys]')
function keysOff () { return localStorage.getItem('keys') === 'off' }
if (keys) {
  keys.hidden = false
  keys.setAttribute('aria-pressed', String(!keysOff()))
  keys.addEventListener('click', () => {
    localStorage.setItem('keys', keysOff() ? 'on' : 'off')
    keys.setAttribute('aria-pressed', String(!keysOff()))
  })
  document.addEventListener('keydown', event => {
    if (keysOff() || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target.matches('select,textarea,input:not([type=checkbox])')) return
    var beside = document.querySelector('a[aria-keyshortcuts="' + event.key + '"]')
    if (beside) return beside.click()
    var rows = Array.from(document.querySelectorAll('a[data-row]'))
    var here = rows.findIndex(it => it.closest('tr').contains(event.target))
    if (event.key === 'x' && here >= 0) return rows[here].closest('tr').querySelector('input[name=pick]')?.click()
    var next = { j: rows[here + 1], k: rows[here - 1] }[event.key]
    if (next) next.focus()
  })
}

// What has just been done can be taken back for some seconds. They are counted quietly; that they are over is said.
var undo = document.querySelector('form[data-undo]')
if (undo) {
  var end = Date.now() + undo.dataset.undo * 1000, words = undo.querySelector('[data-left]')
  var count = setInterval(() => {
    var left = Math.ceil((end - Date.now()) / 1000)
    if (left > 0) {
      words.textContent = words.dataset.left.replace('#', left)
      return
    }
    clearInterval(count)
    var over = document.querySelector('[data-undo-over]')
    if (undo.contains(document.activeElement)) document.querySelector('.notice[data-focus]').focus()
    over.textContent = over.dataset.undoOver
    undo.remove()
  }, 500)
}
