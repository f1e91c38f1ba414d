// Better with script, complete without it: focus and title after a swap, and nothing else.
document.addEventListener('htmx:afterSwap', function (event) {
  var target = event.target.querySelector('.error-summary, [data-focus]')
  if (!target) return
  target.focus()
  var mark = document.documentElement.lang === 'en' ? 'Error: ' : 'Lỗi: '
  if (target.matches('.error-summary') && document.title.indexOf(mark) !== 0) document.title = mark + document.title
})
