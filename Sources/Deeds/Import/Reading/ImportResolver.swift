internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import Workspace

/// Finds what rows speak of, and opens the desks of the kecamatan that they name.
struct ImportResolver {
  /// The day of recording.
  let today: CivilDate
  /// The desks that are open.
  var desks: [Desk] = []
  /// What rows spoke of so far.
  private(set) var targets: [ImportTarget] = []
  /// The first days of what other reports wait for, by the numbers of obligations.
  var firstDates: [Int: CivilDate] = [:]
  /// Whether all rows have been seen once, so that what is not among ``firstDates`` is not there.
  var isTableKnown = false

  let workspace: Workspace
  let names: UnitNames
  private var places: [RegionCode: Int] = [:]
  private var numbers: [ObligationKey: Int] = [:]
  private var resolutions: [FieldsKey: Resolution] = [:]
  /// How many different texts of rows had a fault.
  private var faultyTexts = 0
  /// Whether the nearest of what is known is still looked for: nobody reads more than the first.
  var isSuggesting: Bool { faultyTexts < Limits.findings }
  private(set) var recent = RecentTargets()
  /// The standing submissions of desks, gathered where a row is refused that may be one of them.
  private var recorded: [Int: FingerprintSet] = [:]

  private struct ObligationKey: Hashable {
    let desk: Int
    let id: Obligation.ID
  }

  /// The bytes of a row's unit, report and period.
  private struct FieldsKey: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    static func == (lhs: Self, rhs: Self) -> Bool {
      lhs.bytes.count == rhs.bytes.count && lhs.bytes.elementsEqual(rhs.bytes)
    }
  }

  private enum Resolution {
    /// The place in ``targets``.
    case target(Int)
    case faults(ImportFaults)
  }

  init(_ workspace: Workspace, today: CivilDate) {
    self.workspace = workspace
    self.today = today
    names = UnitNames(workspace.kecamatan)
  }

  /// The place among ``targets`` of what a row speaks of.
  ///
  /// - Parameter fields: The unit, report and period, then the name beside the unit's code and the
  ///   kecamatan, each followed by a zero byte; a blank where there is none.
  /// - Returns: The place.
  /// - Throws: ``ImportFaults``, or a `WorkspaceFailure` for a ledger or calendar that cannot be
  ///   relied on.
  mutating func target(_ fields: [UInt8]) throws -> Int {
    switch resolutions[FieldsKey(bytes: fields[...])] {
    case .target(let place)?:
      remember(fields, place)
      return place
    case .faults(let faults)?: throw faults
    case nil: break
    }
    let key = FieldsKey(bytes: Array(fields)[...])
    let texts = texts(fields)
    do {
      targets.append(try target(texts))
      resolutions[key] = .target(targets.count - 1)
      remember(fields, targets.count - 1)
      return targets.count - 1
    } catch let faults as ImportFaults {
      faultyTexts += 1
      // What is told of a row is not kept for millions of others.
      if isSuggesting { resolutions[key] = .faults(faults) }
      throw faults
    }
  }

  /// The fields of a row as texts.
  func texts(_ fields: [UInt8]) -> [String] {
    fields.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The calendar of the first kecamatan, for what is asked before a unit is known.
  var anyCalendar: ReportCalendar? {
    workspace.kecamatan.first.flatMap { workspace.calendar(of: $0.code).calendar }
  }

  /// Remembers what the first three fields come to, where there are no others.
  private mutating func remember(_ fields: [UInt8], _ place: Int) {
    if fields.suffix(3) == [0, 0, 0] { recent.remember(fields.dropLast(2), place) }
  }

  /// A target as it is printed.
  func name(of place: Int) -> String {
    let target = targets[place]
    return "\(code(of: target)) \(target.id.period) \(unitName(of: target))"
  }

  /// The unit of a target as it is printed.
  func unitName(of target: ImportTarget) -> String {
    desks[target.desk].kecamatan.displayName(of: target.id.unit)
  }

  /// The code of a target's report.
  func code(of target: ImportTarget) -> String {
    desks[target.desk].calendar.codes[target.id.report]
  }

  /// The number of an obligation of a desk.
  mutating func number(_ id: Obligation.ID, desk: Int) -> Int {
    let key = ObligationKey(desk: desk, id: id)
    if let number = numbers[key] { return number }
    numbers[key] = numbers.count
    return numbers.count - 1
  }

  /// Puts desks in the place of those that were read before, and forgets what rows came to by them.
  mutating func replace(_ desks: [Desk]) {
    self.desks = desks
    firstDates = [:]
    isTableKnown = false
    targets = []
    resolutions = [:]
    faultyTexts = 0
    recent = RecentTargets()
    recorded = [:]
  }

  // MARK: - Rows that are there already

  /// Whether a standing submission equals a row.
  mutating func isRecorded(
    _ place: Int, _ date: CivilDate, _ note: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let target = targets[place]
    if recorded[target.desk] == nil {
      let prints = fingerprints(ofDesk: target.desk)
      var known = FingerprintSet(capacity: prints.count)
      _ = known.insert(prints)
      recorded[target.desk] = known
    }
    let print = ImportResolver.fingerprint(target.number, date, note)
    return recorded[target.desk]?.contains(print) ?? false
  }

  /// The fingerprints of a desk's standing submissions.
  mutating func fingerprints(ofDesk place: Int) -> [FingerprintSet.Fingerprint] {
    let desk = desks[place]
    let voided = Set(desk.ledger.events.compactMap(\.voids))
    var prints: [FingerprintSet.Fingerprint] = []
    for file in desk.ledger.files {
      file.forEachSubmission { event, note in
        guard !voided.contains(event.row), let id = event.obligation else { return }
        prints.append(ImportResolver.fingerprint(number(id, desk: place), event.date, note))
      }
    }
    return prints
  }

  /// What tells a submission from others: its obligation, its date, and the core of its note.
  static func fingerprint(
    _ obligation: Int, _ date: CivilDate, _ note: UnsafeBufferPointer<UInt8>
  ) -> FingerprintSet.Fingerprint {
    let core = UnsafeRawBufferPointer(ImportNote.core(note))
    return FingerprintSet.Fingerprint { hasher in
      hasher.combine(obligation << 32 | date.dayNumber)
      hasher.combine(bytes: core)
    }
  }

  // MARK: - Reading fields

  /// What the texts of a row speak of: unit, report, period, the name beside the unit's code, and the
  /// kecamatan.
  private mutating func target(_ texts: [String]) throws -> ImportTarget {
    let (word, text) = (texts[1], texts[2])
    var faults: [ImportFault] = []
    var place: Int?
    var unit: RegionCode?
    do throws(ImportFault) {
      unit = try self.unit(texts[0], named: texts[3], in: texts[4])
    } catch {
      faults.append(error)
    }
    if let unit {
      do {
        place = try open(unit.kecamatan)
      } catch let fault as ImportFault {
        faults.append(fault)
      }
    }
    guard let unit, let place else {
      throw ImportFaults(faults + faultsAnywhere(report: word, period: text).faults)
    }
    guard !word.isEmpty else { throw ImportFaults([noPeriodAtAll(text)].compactMap(\.self)) }
    let report: Report
    var written = text
    do throws(ImportFault) {
      (report, written) = try self.report(word, beside: text, unit, desks[place])
    } catch {
      throw ImportFaults([error] + [noPeriodAtAll(text)].compactMap(\.self))
    }
    guard !written.isEmpty else { throw ImportFaults([]) }
    do {
      return try target(unit, report, written, desk: place)
    } catch let fault as ImportFault {
      throw ImportFaults([fault])
    }
  }

  private mutating func target(
    _ unit: RegionCode, _ report: Report, _ text: String, desk place: Int
  ) throws -> ImportTarget {
    guard let period = Period(written: text), period.length == report.length,
      report.ordinals.contains(period.ordinal)
    else { throw noPeriod(text, report, place) }
    let id = Obligation.ID(report: report.code, unit: unit, period: period)
    do {
      guard let obligation = try desks[place].obligation(id, asOf: today) else {
        throw noPeriod(text, report, place)
      }
      let judge = desks[place].judge(asOf: today)
      let rule = Result { () throws(Refusal) in try judge.submissionRule(for: obligation) }
      return ImportTarget(
        desk: place, obligation: obligation, rule: rule,
        isPredecessor: desks[place].calendar.isPredecessor(report.code),
        number: number(id, desk: place))
    } catch let gap as CalendarNotCovered {
      throw ImportFault(.period, ImportSentence.noHolidays(gap.year))
    }
  }

  mutating func open(_ code: RegionCode) throws -> Int {
    if let place = places[code] { return place }
    guard let kecamatan = workspace.kecamatan.first(where: { $0.code == code }) else {
      throw ImportFault(.unit, ImportSentence.unknownUnit("\(code)", nearest: nil))
    }
    desks.append(try workspace.desk(of: kecamatan))
    places[code] = desks.count - 1
    return desks.count - 1
  }

  private func noPeriod(_ text: String, _ report: Report, _ place: Int) -> ImportFault {
    let examples = report.ordinals.sorted().compactMap {
      Period(report.length, year: today.year + report.yearOffset, ordinal: $0)?.description
    }
    let code = desks[place].calendar.codes[report.code]
    return ImportFault(
      .period,
      ImportSentence.period(text, of: code, example: examples.joined(separator: ", ")))
  }
}
