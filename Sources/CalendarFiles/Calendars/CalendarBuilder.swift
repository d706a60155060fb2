public import CivilCalendar
public import ComplianceModel

/// Reads the layers of report calendars, lowest first, and merges them for one kecamatan.
///
/// Every fault of every file is collected; a calendar comes out only where there is none.
public struct CalendarBuilder {
  /// Which layer a file belongs to.
  public enum Layer: Sendable {
    /// `nasional.yaml`: it defines reports; nobody owes one because of it.
    case national
    /// A kabupaten's calendar: its entries are owed.
    case regency
    /// The office's own `kalender/`: all of its files are one layer.
    case office
  }

  private static let keys = [
    "kalender", "wilayah", "diperiksa", "wajib", "kejadian", "laporan", "ditetapkan",
    "libur_tambahan", "libur_dihapus",
  ]

  private let kecamatan: RegionCode
  private var codes = EventCodes()
  private var drafts: [ReportDraft] = []
  private var draftIndex = CodeNumbers()
  private var events: [EventKind] = []
  private var owed: [(code: Code, place: SourcePlace)] = []
  private var setDates = SetDateList()
  private var gated: [(code: Code, place: SourcePlace)] = []
  private var layerNumber = 0
  private var lastLayer: Layer?
  private var findings: [Finding] = []
  private var addedHolidays: [AddedHoliday] = []
  private var removedHolidays: Set<CivilDate> = []

  /// Starts the merge of the calendars of a kecamatan.
  public init(for kecamatan: RegionCode) { self.kecamatan = kecamatan }

  /// The region whose units a calendar speaks of; `nil` for all, or where the text is no calendar.
  public static func region(of text: YAMLText) -> RegionCode? {
    var reader = YAMLReader(file: text.file)
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    return reader.region(fields["wilayah"])
  }

  /// The day on which somebody held a calendar against its sources; `nil` where the text says none.
  public static func checkedOn(_ text: YAMLText) -> CivilDate? {
    var reader = YAMLReader(file: text.file)
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    return reader.date(fields["diperiksa"])
  }

  /// Reads one file on top of those read before.
  ///
  /// A file that speaks of another region is checked and then left aside.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - layer: Which layer it belongs to.
  public mutating func add(_ text: YAMLText, layer: Layer) {
    if layer != .office || lastLayer != .office { layerNumber += 1 }
    lastLayer = layer
    var reader = YAMLReader(file: text.file)
    defer { findings += reader.findings }
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, keys: CalendarBuilder.keys)
    else { return }
    _ = reader.text(reader.required("kalender", in: fields))
    _ = reader.date(reader.required("diperiksa", in: fields))
    let region = reader.region(fields["wilayah"])
    guard region?.contains(kecamatan) ?? true else {
      var other = CalendarBuilder(for: region ?? kecamatan)
      other.codes = codes
      other.drafts = drafts
      other.draftIndex = draftIndex
      other.events = events
      other.layerNumber = layerNumber
      other.readEntries(fields, layer: layer, region: region, &reader)
      return
    }
    readEntries(fields, layer: layer, region: region, &reader)
  }

  private mutating func readEntries(
    _ fields: YAMLFields, layer: Layer, region: RegionCode?, _ reader: inout YAMLReader
  ) {
    for item in reader.items(fields["kejadian"]) { readEvent(item, &reader) }
    var seen = CodeNumbers()
    for (number, item) in reader.items(fields["laporan"]).enumerated() {
      guard let entry = reader.fields(item, keys: ReportDraft.keys),
        let codeNode = reader.required("kode", in: entry), let text = reader.text(codeNode)
      else { continue }
      let code = codes.table.intern(text)
      guard seen[code] == nil else {
        reader.report(.repeatedReport(text), at: codeNode)
        continue
      }
      seen[code] = number
      readReport(code, entry, layer: layer, &reader)
    }
    // After the reports of this file, which it may name, and before the layers above, which may
    // say that it is not owed.
    for item in reader.items(fields["wajib"]) {
      guard let text = reader.text(item) else { continue }
      let code = codes.table.intern(text)
      owed.append((code, reader.place(of: item)))
      if let index = draftIndex[code] { drafts[index].isOwed = true }
    }
    for item in reader.items(fields["ditetapkan"]) {
      setDates.add(item, layer: layerNumber, &codes, &reader)
    }
    for item in reader.items(fields["libur_tambahan"]) {
      if let holiday = HolidayFile.addedHoliday(item, &reader) { addedHolidays.append(holiday) }
    }
    for item in reader.items(fields["libur_dihapus"]) {
      if let date = HolidayFile.removedHoliday(item, &reader) { removedHolidays.insert(date) }
    }
  }

  private mutating func readEvent(_ node: Node, _ reader: inout YAMLReader) {
    guard let fields = reader.fields(node, keys: ["kode", "nama", "tingkat", "surat"]) else {
      return
    }
    let code = reader.text(reader.required("kode", in: fields))
    let name = reader.text(reader.required("nama", in: fields))
    let isOfVillage = reader.choice(
      reader.required("tingkat", in: fields), ["kecamatan": false, "desa": true])
    let isLetter = reader.flag(fields["surat"]) ?? false
    guard let code, let name, let isOfVillage else { return }
    let kind = EventKind(
      code: codes.table.intern(code), name: name, isOfVillage: isOfVillage, isLetter: isLetter)
    events.removeAll { $0.code == kind.code }
    events.append(kind)
  }

  private mutating func readReport(
    _ code: Code, _ entry: YAMLFields, layer: Layer, _ reader: inout YAMLReader
  ) {
    let index: Int
    if let known = draftIndex[code] {
      index = known
    } else {
      guard ReportDraft.definesReport(entry) else {
        let known = drafts.map { codes.table[$0.code] }
        let word = codes.table[code]
        let place = entry["kode"].map { reader.place(of: $0) } ?? entry.place
        reader.report(
          .unknownReport(word, nearest: nearestMatch(to: word, among: known)), at: place)
        return
      }
      index = drafts.count
      drafts.append(ReportDraft(code: code, place: entry.place))
      draftIndex[code] = index
    }
    drafts[index].apply(entry, layer: layerNumber, &codes, &reader)
    for gate in drafts[index].newGates { gated.append((gate.report, entry.place)) }
    let isOwed = reader.flag(entry["wajib"]) ?? (layer != .national)
    if layer != .national || entry["wajib"] != nil { drafts[index].isOwed = isOwed }
  }

  /// The merged calendar, the holidays that it adds and takes away, and every fault found.
  ///
  /// - Returns: The calendar is `nil` where there is a fault.
  public consuming func finish() -> (
    calendar: ReportCalendar?, holidays: LocalHolidays, findings: [Finding]
  ) {
    checkNames()
    let reports = setDates.applied(
      to: drafts.compactMap { $0.report(codes.table, &findings) }, codes.table, &findings)
    checkAliases(reports)
    let holidays = LocalHolidays(added: addedHolidays, removed: removedHolidays)
    guard findings.isEmpty else { return (nil, holidays, findings.bounded) }
    let calendar = ReportCalendar(codes: codes.table, reports: reports, events: events)
    return (calendar, holidays, [])
  }

  private mutating func report(_ sentence: CalendarSentence, at place: SourcePlace) {
    findings.append(Finding(sentence, at: place))
  }

  private mutating func reportUnknown(_ code: Code, at place: SourcePlace) {
    let word = codes.table[code]
    let nearest = nearestMatch(to: word, among: drafts.map { codes.table[$0.code] })
    report(.unknownReport(word, nearest: nearest), at: place)
  }

  private mutating func checkNames() {
    for (code, place) in owed + gated + setDates.named where draftIndex[code] == nil {
      reportUnknown(code, at: place)
    }
    for (code, place) in codes.named where !events.contains(where: { $0.code == code }) {
      let word = codes.table[code]
      let nearest = nearestMatch(to: word, among: events.map { codes.table[$0.code] })
      report(.unknownEvent(word, nearest: nearest), at: place)
    }
  }

  /// A name that two reports of one unit share would be guessed at; that is a fault of the files.
  ///
  /// A recommendation is asked for by the code of its desa, as the documents of the desa are.
  private mutating func checkAliases(_ reports: [Report]) {
    for isOfOffice in [true, false] {
      var owners: [String: Code] = [:]
      for report in reports where (report.level == .office) == isOfOffice {
        let names = ([codes.table[report.code]] + report.aliases).map(ReportCalendar.folded)
        var last: String?
        for name in names.sorted() where name != last {
          last = name
          if let owner = owners.updateValue(report.code, forKey: name),
            let place = draftIndex[report.code].map({ drafts[$0].place })
          {
            self.report(
              .ambiguousAlias(name, codes.table[owner], codes.table[report.code]), at: place)
          }
        }
      }
    }
  }
}

/// What the calendars of a kabupaten and an office change in the national holidays.
public struct LocalHolidays: Sendable {
  /// Days that are added.
  let added: [AddedHoliday]
  /// Days that a later decree took away.
  let removed: Set<CivilDate>

  /// The holidays of one year, from the national ones.
  public func applied(to national: [Holiday], year: Int) -> [Holiday] {
    guard !added.isEmpty || !removed.isEmpty else { return national }
    return national.filter { !removed.contains($0.date) }
      + added.compactMap { $0.holiday(in: year) }
  }
}
