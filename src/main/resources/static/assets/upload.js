// Shrinks photographs, shows progress, swaps in the answer. Without it the form works as it is.
document.addEventListener('change', async function (event) {
  var input = event.target, form = input.form
  if (input.type !== 'file' || !form || !form.matches('[data-upload]')) return
  var words = form.dataset.words.split('|'), status = form.querySelector('[role=status]'), last = -25
  var data = new FormData(form), send = new XMLHttpRequest()
  data.delete('file')
  for (var file of input.files) data.append('file', await shrunk(file))
  send.upload.onprogress = progress => {
    var percent = Math.round(progress.loaded / progress.total * 100)
    if (percent - last >= 25) status.textContent = words[0] + ': ' + (last = percent) + '\u00a0%'
  }
  send.onerror = () => { status.textContent = words[1] }
  send.onload = () => {
    var page = new DOMParser().parseFromString(send.responseText, 'text/html'), id = form.closest('li').id
    if (!page.getElementById(id)) return send.onerror()
    for (var part of [id, 'paper-errors', id.replace('paper-', 'ticks-')]) {
      var old = document.getElementById(part), fresh = page.getElementById(part)
      if (old) fresh ? old.replaceWith(fresh) : old.remove()
    }
    document.getElementById(id).querySelector('input[type=file]').focus()
  }
  send.open('POST', form.action)
  send.send(data)
})

async function shrunk (file) {
  if (!/^image\/(jpeg|png)$/.test(file.type) || file.size < 4e5) return file
  try {
    var image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    var scale = Math.min(1, 2000 / Math.max(image.width, image.height)), canvas = document.createElement('canvas')
    canvas.width = image.width * scale
    canvas.height = image.height * scale
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
    var blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.82))
    return blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: blob.type }) : file
  } catch (unreadable) {
    return file
  }
}
