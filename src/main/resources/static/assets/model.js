// The route of a draft in bpmn.io's modeler, with what a route knows and nothing else, and everything by keyboard beside it. Without
// script the form sends the text or the file as it is.
(function () {
  var form = document.querySelector('.model-form'), text = document.getElementById('xml'), file = document.getElementById('file')
  var place = document.getElementById('model'), status = document.getElementById('model-status'), shown = false, sent = false
  var at = document.getElementById('model-at'), to = document.getElementById('model-to'), name = document.getElementById('model-name')
  var words = {}
  form.dataset.words.split('|').forEach(pair => { words[pair.split('=')[0]] = pair.split('=')[1] })
  var KNOWN = /^replace-with-((user|send|service)-task|(exclusive|parallel)-gateway|none-(start|end)|timer-intermediate-catch|(default|sequence)-flow)$/
  var PALETTE = /(sub-?process|data-|participant|group|lane)/, PAD = /(intermediate-event|annotation|compensation|receive|signal)/

  function without (entries, which) {
    Object.keys(entries).filter(it => which.test(it)).forEach(it => delete entries[it])
    return entries
  }
  function OnlyRoutes (palette, contextPad, popupMenu) {
    palette.registerProvider(500, { getPaletteEntries: () => entries => without(entries, PALETTE) })
    contextPad.registerProvider(500, { getContextPadEntries: () => entries => without(entries, PAD) })
    popupMenu.registerProvider('bpmn-replace', 500, {
      getPopupMenuHeaderEntries: () => () => ({}),
      getPopupMenuEntries: () => entries => without(entries, new RegExp('^(?!' + KNOWN.source.slice(1) + ')'))
    })
  }
  OnlyRoutes.$inject = ['palette', 'contextPad', 'popupMenu']
  function say (template, replacements) {
    return (words[template] || template).replace(/{([^}]+)}/g, (_, key) => (replacements || {})[key] || '{' + key + '}')
  }
  var modeler = new BpmnJS({
    container: place,
    additionalModules: [{ __init__: ['onlyRoutes'], onlyRoutes: ['type', OnlyRoutes], translate: ['value', say] }]
  })
  var part = it => modeler.get(it), modeling = part('modeling'), registry = part('elementRegistry')
  var svg = place.querySelector('svg')
  svg.setAttribute('role', 'application')
  svg.setAttribute('aria-label', place.dataset.name)

  async function show (xml) {
    form.querySelector('.model-drawing').hidden = false
    var read = await modeler.importXML(xml)
    shown = true
    status.textContent = ''
    form.dataset.wrong.split(' ').filter(it => it && registry.get(it)).forEach(it => part('canvas').addMarker(it, 'model-wrong'))
    part('canvas').zoom('fit-viewport', 'auto')
    listed()
    place.dataset.warnings = read.warnings.length
  }
  function unread (error) {
    form.querySelector('.model-drawing').hidden = !shown
    status.textContent = status.dataset.unread + ' ' + error.message
  }

  // A condition is what stands at a way out of a choice; it is the name of the flow as well.
  var decides = it => it.type === 'bpmn:SequenceFlow' && it.source.type === 'bpmn:ExclusiveGateway' && it.source.outgoing.length > 1
  function condition (flow, said) {
    var gateway = flow.source.businessObject
    modeling.updateProperties(flow, {
      name: said || undefined,
      conditionExpression: said ? part('bpmnFactory').create('bpmn:FormalExpression', { body: said, language: 'urn:motcua:cel:1' }) : undefined
    })
    if (!said) modeling.updateProperties(flow.source, { default: flow.businessObject })
    else if (gateway.default === flow.businessObject) modeling.updateProperties(flow.source, { default: undefined })
  }
  part('eventBus').on('commandStack.element.updateLabel.postExecuted', event => {
    var flow = event.context.element.labelTarget || event.context.element
    if (decides(flow)) condition(flow, (event.context.newLabel || '').trim())
  })

  var nodes = () => registry.filter(it => !it.labelTarget && !it.waypoints && it.parent && it.type !== 'bpmn:Process')
  var flows = () => registry.filter(decides)
  function called (it) {
    var said = it.businessObject.name || say(it.type.replace('bpmn:', ''))
    return it.waypoints ? called(it.source) + ' → ' + called(it.target) + (it.businessObject.name ? ': ' + it.businessObject.name : '') : said
  }
  function fill (select, all, none) {
    var was = select.value
    select.replaceChildren(...(none ? [new Option(none, '')] : []), ...all.map(it => new Option(called(it), it.id)))
    select.value = all.some(it => it.id === was) ? was : none ? '' : (all[0] || {}).id
  }
  function listed () {
    fill(at, nodes().concat(flows()), at.dataset.none)
    fill(to, nodes().filter(it => it.type !== 'bpmn:StartEvent'))
    named()
  }
  var chosen = () => registry.get(at.value)
  function named () {
    name.value = chosen() ? chosen().businessObject.name || '' : ''
  }
  function select (it) {
    part('selection').select(it || null)
    if (it) part('canvas').scrollToElement(it)
  }
  modeler.on('elements.changed', listed)
  modeler.on('selection.changed', event => {
    at.value = event.newSelection.length === 1 ? event.newSelection[0].id : ''
    named()
  })
  at.addEventListener('change', () => select(chosen()))
  name.addEventListener('change', () => {
    var it = chosen(), said = name.value.trim()
    if (!it) return
    if (decides(it)) condition(it, said)
    else modeling.updateLabel(it, said)
  })
  function press (id, act) {
    document.getElementById(id).addEventListener('click', act)
  }
  press('model-add', () => {
    var kind = document.getElementById('model-kind').value, from = chosen()
    if (!from || from.waypoints || from.type === 'bpmn:EndEvent') return
    var timer = kind === 'IntermediateCatchEvent' ? { eventDefinitionType: 'bpmn:TimerEventDefinition' } : {}
    var fresh = part('elementFactory').createShape(Object.assign({ type: 'bpmn:' + kind }, timer))
    var onward = from.outgoing.find(it => it.type === 'bpmn:SequenceFlow')
    part('autoPlace').append(from, fresh)
    if (onward && !/Gateway$/.test(from.type) && kind !== 'EndEvent') {
      modeling.reconnectStart(onward, fresh, { x: fresh.x + fresh.width / 2, y: fresh.y + fresh.height / 2 })
    }
    listed()
    at.value = fresh.id
    named()
    name.focus()
  })
  press('model-connect', () => {
    var from = chosen(), target = registry.get(to.value)
    if (from && target && !from.waypoints) modeling.connect(from, target, { type: 'bpmn:SequenceFlow' })
  })
  press('model-delete', () => { if (chosen()) modeling.removeElements([chosen()]) })
  press('model-undo', () => part('commandStack').undo())

  file.addEventListener('change', async () => {
    if (!file.files.length) return
    try {
      var xml = await file.files[0].text()
      await show(xml)
      text.value = xml
      file.value = ''
    } catch (error) {
      unread(error)
    }
  })
  text.addEventListener('change', () => show(text.value).catch(unread))
  form.addEventListener('submit', async event => {
    if (sent || !shown || file.value || event.defaultPrevented) return
    event.preventDefault()
    try {
      text.value = (await modeler.saveXML({ format: true })).xml
    } catch (error) {
      unread(error)
      return
    }
    sent = true
    form.submit()
  })
  window.addEventListener('pageshow', () => { sent = false })
  if (text.value.trim()) show(text.value).catch(unread)
})()
