internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// The messages of a run: the digests, and what whoever looks after the machine has to know.
extension ReminderRun {
  /// A message with what has to be written down about it.
  struct Outgoing {
    let channel: ChannelSettings
    let route: OutboxState.Route
    let keys: [ReminderKey]
    let text: ReminderMessage
  }

  func frame(_ state: OutboxState) -> DigestText.Frame {
    let names = offices.map { office in
      office.definitions.kecamatan.displayName(of: office.definitions.kecamatan.code)
    }
    let kecamatan = offices.map(\.definitions.kecamatan)
    let roleName = roleName
    return DigestText.Frame(
      office: names.count == 1 ? names[0] : "\(names.count) kecamatan",
      isShared: names.count > 1, day: day, isFirst: !state.hasSent,
      watchedSince: offices.first.flatMap {
        WatchedSince(UnitScope([], kecamatan), $0.definitions.office).words(from: nil)
      }, lastRun: missedRun(state),
      words: kecamatan.first?.words ?? .national,
      unitName: { unit in
        kecamatan.first { $0.code == unit.kecamatan }?.label(of: unit) ?? unit.description
      }, roleName: roleName)
  }

  /// The day of the last run, where a working day went by since without one.
  private func missedRun(_ state: OutboxState) -> CivilDate? {
    state.lastRun.map(\.date).flatMap { last in
      LastRun.missedDays(since: last, before: day, calendar) > 0 ? last : nil
    }
  }

  /// A digest as it goes out.
  func message(
    _ digest: Digest, _ state: OutboxState, _ frame: DigestText.Frame
  ) -> Outgoing {
    let machine = machineLines(digest.recipient, digest.channel, state)
    let waiting = caretaker?.id == digest.recipient.id ? waiting : []
    return outgoing(
      digest.keys, digest.recipient, digest.channel, isAboutMachine: !machine.isEmpty, state
    ) {
      DigestText(digest, in: frame, maybeRepeated: $0, machine: machine, waiting: waiting)
    }
  }

  private func outgoing(
    _ keys: [ReminderKey], _ recipient: Recipient, _ channel: ChannelSettings,
    isAboutMachine: Bool, _ state: OutboxState, text: (_ isMaybeRepeated: Bool) -> DigestText
  ) -> Outgoing {
    let route = OutboxState.Route(person: recipient.id, channel: channel.name)
    let machine = ReminderKey(.failures, person: route.person, channel: route.channel)
    let keys = keys + (isAboutMachine ? [machine] : [])
    let (id, isRepeated) = name(of: keys, route, state)
    return Outgoing(
      channel: channel, route: route, keys: keys,
      text: message(id, recipient, channel, text(isRepeated), isRepeated))
  }

  /// The name of a message: that of a claim without an answer where it told the same, so that both
  /// are known for one.
  private func name(
    of keys: [ReminderKey], _ route: OutboxState.Route, _ state: OutboxState
  ) -> (id: String, isMaybeRepeated: Bool) {
    // That failures may be told of twice is no reason to doubt a message that says more.
    let own = keys.filter { $0.subject != .failures }
    if !settings.isAtMostOnce, let open = state.openMessage(telling: own.isEmpty ? keys : own) {
      return (open, true)
    }
    let isToldAhead = !state.toldAhead.isDisjoint(with: own)
    let base = "\(day).\(route.person).\(route.channel)".filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-")
    }
    var id = base
    var number = 2
    while !state.isFree(id, for: route) {
      id = "\(base).\(number)"
      number += 1
    }
    return (id, isToldAhead)
  }

  private func message(
    _ id: String, _ recipient: Recipient, _ channel: ChannelSettings, _ text: DigestText,
    _ isMaybeRepeated: Bool
  ) -> ReminderMessage {
    ReminderMessage(
      id: id, person: recipient.name, address: recipient.contacts[channel.name],
      subject: text.subject, text: text.text,
      summary: text.summary, isMaybeRepeated: isMaybeRepeated, sentAt: now)
  }

  // MARK: - Failures

  /// The failures that whoever looks after the machine was not told of yet; those of the message's
  /// own route are settled when it arrives.
  private func machineLines(
    _ recipient: Recipient, _ channel: ChannelSettings, _ state: OutboxState
  ) -> [String] {
    let isCaretaker =
      caretaker.map { $0.id == recipient.id } ?? (channel.kind == .standardOutput)
    guard isCaretaker else { return [] }
    let own = OutboxState.Route(person: recipient.id, channel: channel.name)
    var order: [OutboxState.Route] = []
    var last: [OutboxState.Route: OutboxState.Failure] = [:]
    for failure in state.untoldFailures where failure.route != own {
      if last.updateValue(failure, forKey: failure.route) == nil { order.append(failure.route) }
    }
    return order.compactMap { last[$0] }.map(ReminderSentence.note)
  }

  /// A message about failures and the drop folder alone, where the one who looks after the machine has
  /// nothing else to be told; over a channel that works, if there is one.
  ///
  /// - Parameters:
  ///   - book: What was told and failed until now.
  ///   - frame: What messages of this run share.
  ///   - tally: What has come of the run so far.
  ///   - avoided: The routes over which nothing is sent yet.
  /// - Returns: The message; `nil` where there is nothing to tell, or no way.
  func machineMessage(
    _ book: borrowing OutboxBook, _ frame: DigestText.Frame, _ tally: Tally,
    avoiding avoided: Set<OutboxState.Route>
  ) -> Outgoing? {
    let state = book.state
    guard let recipient = caretaker ?? (waiting.isEmpty ? nil : .machine) else { return nil }
    func route(_ channel: ChannelSettings) -> OutboxState.Route {
      OutboxState.Route(person: recipient.id, channel: channel.name)
    }
    let channels = DigestMaker(settings, on: day).channels(of: recipient)
    guard !channels.contains(where: { state.wasTold(route($0), on: day) }) else { return nil }
    let ready = channels.filter {
      tally.stopped[$0.name] == nil && pause(route($0), state) == nil
        && !avoided.contains(route($0))
    }
    // A folder keeps copies and reaches nobody.
    let readers = ready.filter { !$0.isFolder } + ready.filter(\.isFolder)
    guard let channel = readers.first(where: { state.troubles[route($0)] == nil }) ?? readers.first
    else { return nil }
    let lines = caretaker == nil ? [] : machineLines(recipient, channel, state)
    guard !lines.isEmpty || !waiting.isEmpty else { return nil }
    return outgoing([], recipient, channel, isAboutMachine: !lines.isEmpty, state) {
      DigestText(
        machine: lines, waiting: waiting, to: recipient, over: channel, in: frame,
        maybeRepeated: $0)
    }
  }

  /// Who looks after the machine; `nil` where that is whoever reads standard output.
  private var caretaker: Recipient? {
    guard let role = settings.caretaker, let office = offices.first else { return nil }
    return planner(office).recipient(role, on: day)
  }
}
