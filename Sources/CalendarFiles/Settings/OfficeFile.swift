internal import CivilCalendar
public import ComplianceModel

/// An office's own settings, from `kantor.yaml`.
public enum OfficeFile {
  private static let keys = [
    "zona", "kalender", "iku", "minggu_kerja", "menurut_wilayah", "pejabat", "dipantau_sejak",
    "dihitung",
    "terima_wajib", "petugas", "kotak_masuk", "pengingat", "sebutan", "kop", "impor",
    "rencana_kerja", "latihan",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - unit: The unit that a name means, as `UnitNames` finds it; `nil` where it names none or several.
  /// - Returns: The settings, `nil` where they cannot be relied on, and every fault found.
  public static func read(
    _ text: YAMLText, unit: ((String) -> RegionCode?)? = nil
  ) -> (office: Office?, findings: [Finding]) {
    var reader = YAMLReader(file: text.file, unit: unit)
    let office = office(in: text, &reader)
    return (reader.findings.isEmpty ? office : nil, reader.findings.byPlace)
  }

  private static func office(in text: YAMLText, _ reader: inout YAMLReader) -> Office? {
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    let zone = reader.choice(reader.required("zona", in: fields), of: IndonesianZone.self)
    let calendars = reader.calendars(reader.required("kalender", in: fields))
    if let node = fields["iku"] { reader.note(.registers, at: node) }
    let registers = reader.items(fields["iku"]).compactMap {
      reader.name($0, as: Office.Mention.register)
    }
    let weeks = reader.weeks(reader.required("minggu_kerja", in: fields))
    let regional = reader.regional(fields["menurut_wilayah"])
    let officials = officials(fields["pejabat"], &reader)
    let watch = fields["dipantau_sejak"].map { reader.watch($0) } ?? .everything
    let deciding = reader.deciding(fields["dihitung"])
    let isAcceptanceRequired = reader.flag(fields["terima_wajib"])
    let recorder = reader.recorder(fields["petugas"])
    let words = reader.localWords(fields["sebutan"])
    let letterhead = reader.letterhead(fields["kop"])
    let dropFolder = fields["kotak_masuk"].flatMap { reader.fields($0, keys: ["rekomendasi"]) }
    let takesRecommendations = reader.flag(dropFolder?["rekomendasi"])
    let tableColumns = reader.tableColumns(fields["impor"])
    let workSteps = fields["rencana_kerja"].map { WorkSteps(reader.workSteps($0)) }
    let reminders = ReminderSection(fields["pengingat"], &reader)
    let isPractice = reader.flag(fields["latihan"]) ?? false
    if isPractice { reader.keepToItself(reminders.settings, at: fields["pengingat"]) }
    guard let zone else { return nil }
    return Office(
      zone: zone, calendars: calendars, registers: registers, weeks: weeks, regional: regional,
      officials: officials, watch: watch, deciding: deciding ?? .first,
      leadDays: reminders.leadDays ?? Office.defaultLeadDays,
      isAcceptanceRequired: isAcceptanceRequired ?? false, recorder: recorder,
      takesRecommendations: takesRecommendations ?? false, words: words,
      letterhead: letterhead, tableColumns: tableColumns,
      workSteps: workSteps, reminders: reminders.settings, isPractice: isPractice,
      places: reader.mentions)
  }

  /// The officers; of two who begin in one role, unit and on one day nobody could say who holds it.
  private static func officials(_ node: Node?, _ reader: inout YAMLReader) -> [Official] {
    struct Seat: Hashable {
      let role: String
      let unit: RegionCode?
      let since: CivilDate
    }
    var lines: [Seat: Int] = [:]
    return reader.items(node).compactMap { item in
      guard let official = official(item, &reader) else { return nil }
      let seat = Seat(role: official.role, unit: official.unit, since: official.since)
      if let line = lines[seat] {
        reader.report(
          .repeatedOfficial(official.role, since: official.since, line: line), at: item)
        return nil
      }
      lines[seat] = item.line
      return official
    }
  }

  private static func official(_ node: Node, _ reader: inout YAMLReader) -> Official? {
    guard
      let fields = reader.fields(
        node, keys: ["jabatan", "unit", "nama", "nip", "sejak", "kontak"])
    else { return nil }
    let role = reader.role(reader.required("jabatan", in: fields))
    let unit = reader.officialUnit(fields["unit"])
    let name = reader.text(reader.required("nama", in: fields))
    let employeeNumber = reader.text(fields["nip"])
    let since = reader.date(reader.required("sejak", in: fields))
    let contacts = fields["kontak"].map { reader.contacts($0, of: name ?? "") } ?? [:]
    guard let role, let name, let since, fields["unit"] == nil || unit != nil else { return nil }
    return Official(
      role: role, unit: unit, name: name, employeeNumber: employeeNumber, since: since,
      contacts: contacts)
  }
}

extension YAMLReader {
  /// The kecamatan in which an officer holds the role.
  fileprivate mutating func officialUnit(_ node: Node?) -> RegionCode? {
    guard let node, let unit = region(node) else { return nil }
    guard unit.level == .kecamatan else {
      report(.notAKecamatan(unit.description), at: node)
      return nil
    }
    note(.officialUnit(unit), at: node)
    return unit
  }

  /// The name of who records.
  fileprivate mutating func recorder(_ node: Node?) -> String? {
    guard let node, let name = text(node) else { return nil }
    guard !RecorderName.isNobody(name) else {
      report(.notAPerson(name), at: node)
      return nil
    }
    return name
  }

  /// `impor`: what the headings of tables mean.
  fileprivate mutating func tableColumns(_ node: Node?) -> [String: TableColumn] {
    guard let node, let fields = fields(node, keys: ["peta"]),
      let map = required("peta", in: fields)
    else { return [:] }
    guard let pairs = map.pairs else {
      report(.notAMapping, at: map)
      return [:]
    }
    var columns: [String: TableColumn] = [:]
    var seen: Set<String> = []
    for (key, value) in pairs {
      guard let heading = text(key) else { continue }
      guard let column = choice(value, of: TableColumn.self) else { continue }
      // Headings are compared by their letters and digits, so that two of them can be one.
      guard seen.insert(ReportCalendar.folded(heading)).inserted else {
        report(.repeatedKey(heading), at: key)
        continue
      }
      columns[heading] = column
    }
    return columns
  }

  /// Refuses whatever takes a reminder of an office that does not exist out of its workspace.
  fileprivate mutating func keepToItself(_ settings: ReminderSettings, at section: Node?) {
    for channel in settings.channels where !channel.staysHere {
      guard let place = mentions[.description(channel: channel.name)] else { continue }
      report(.channelOfPractice(channel.name), at: place)
    }
    if settings.heartbeatURL != nil, let section { report(.heartbeatOfPractice, at: section) }
  }

  /// `pertama` or `terakhir`.
  mutating func deciding(_ node: Node?) -> DecidingSubmission? {
    choice(node, of: DecidingSubmission.self)
  }
}

extension [Finding] {
  /// In the order of the file: sections are read in another.
  fileprivate var byPlace: [Finding] {
    sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }
}
