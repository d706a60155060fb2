public import CivilCalendar
public import ComplianceModel

/// The holidays of one year, from `Calendars/libur/`.
public struct HolidayFile: Sendable {
  /// The year that the file is complete for.
  public let year: Int
  /// Its holidays, in the order of the file.
  public let holidays: [Holiday]
  /// The day on which somebody held it against the decrees.
  public let checkedOn: CivilDate

  private static let kinds: KeyValuePairs<String, Holiday.Kind> = [
    Holiday.Kind.national.indonesian: .national,
    Holiday.Kind.cutiBersama.indonesian: .cutiBersama,
    Holiday.Kind.election.indonesian: .election,
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - year: The year that its name says.
  /// - Returns: The holidays, `nil` where the file cannot be relied on, and every fault found.
  public static func read(
    _ text: YAMLText, year: Int
  ) -> (file: HolidayFile?, findings: [Finding]) {
    var reader = YAMLReader(file: text.file)
    let (holidays, checkedOn) = contents(of: text, year: year, &reader)
    guard reader.findings.isEmpty, let checkedOn else { return (nil, reader.findings) }
    return (HolidayFile(year: year, holidays: holidays, checkedOn: checkedOn), [])
  }

  private static func contents(
    of text: YAMLText, year: Int, _ reader: inout YAMLReader
  ) -> (holidays: [Holiday], checkedOn: CivilDate?) {
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, keys: ["tahun", "diperiksa", "dasar", "libur"])
    else { return ([], nil) }
    if let node = reader.required("tahun", in: fields),
      let stated = reader.integer(node, in: CivilDate.years), stated != year
    {
      reader.report(.wrongYear(stated, fileYear: year), at: node)
    }
    let checkedOn = reader.date(reader.required("diperiksa", in: fields))
    let decrees = decrees(fields, &reader)
    guard let list = reader.required("libur", in: fields) else { return ([], checkedOn) }
    let holidays = reader.items(list).compactMap { holiday($0, year: year, decrees, &reader) }
    return (holidays, checkedOn)
  }

  private static func decrees(
    _ fields: YAMLFields, _ reader: inout YAMLReader
  ) -> [String: String] {
    guard let node = reader.required("dasar", in: fields) else { return [:] }
    guard let pairs = node.pairs else {
      reader.report(.notAMapping, at: node)
      return [:]
    }
    var decrees: [String: String] = [:]
    for (key, value) in pairs {
      guard let name = key.string, let decree = reader.text(value) else { continue }
      decrees[name] = decree
    }
    return decrees
  }

  private static func holiday(
    _ node: Node, year: Int, _ decrees: [String: String], _ reader: inout YAMLReader
  ) -> Holiday? {
    guard
      let fields = reader.fields(
        node, keys: ["tanggal", "nama", "jenis", "dasar", "keyakinan", "perkiraan"])
    else { return nil }
    let date = reader.date(reader.required("tanggal", in: fields))
    if let date, date.year != year, let place = fields["tanggal"] {
      reader.report(.dateOutsideYear(date.description, year), at: place)
    }
    let name = reader.text(reader.required("nama", in: fields))
    let kind = reader.choice(reader.required("jenis", in: fields), kinds)
    _ = reader.confidence(fields)
    let isEstimate = reader.flag(fields["perkiraan"]) ?? false
    guard let decreeNode = fields["dasar"] else {
      reader.report(.noSource, at: node)
      return nil
    }
    let decree = reader.value(decreeNode, orReport: { .unknownDecree($0) }) { decrees[$0] }
    guard let date, let name, let kind, let decree else { return nil }
    return Holiday(date: date, name: name, kind: kind, decree: decree, isEstimate: isEstimate)
  }

  /// Reads an entry of `libur_tambahan`.
  static func addedHoliday(_ node: Node, _ reader: inout YAMLReader) -> AddedHoliday? {
    guard
      let fields = reader.fields(
        node, keys: ["tanggal", "nama", "jenis", "dasar", "berlaku", "perkiraan"])
    else { return nil }
    let day: AddedHoliday.Day? = reader.required("tanggal", in: fields).flatMap { node in
      guard node.string?.contains(" ") == true else {
        return reader.date(node).map(AddedHoliday.Day.once)
      }
      return reader.dayAndMonth(node).map { .everyYear($0.month, day: $0.day) }
    }
    let name = reader.text(reader.required("nama", in: fields))
    let kind = reader.choice(
      reader.required("jenis", in: fields),
      [
        Holiday.Kind.national.indonesian: Holiday.Kind.national,
        Holiday.Kind.cutiBersama.indonesian: .cutiBersama,
        Holiday.Kind.election.indonesian: .election,
        Holiday.Kind.local.indonesian: .local,
      ])
    guard fields["dasar"] != nil else {
      reader.report(.noSource, at: node)
      return nil
    }
    let decree = reader.text(fields["dasar"])
    let validity = reader.validity(fields["berlaku"])
    let isEstimate = reader.flag(fields["perkiraan"]) ?? false
    guard let day, let name, let kind, let decree else { return nil }
    return AddedHoliday(
      day: day, name: name, kind: kind, decree: decree, isEstimate: isEstimate,
      since: validity.since, through: validity.through)
  }

  /// Reads an entry of `libur_dihapus`.
  static func removedHoliday(_ node: Node, _ reader: inout YAMLReader) -> CivilDate? {
    guard let fields = reader.fields(node, keys: ["tanggal", "dasar"]) else { return nil }
    let date = reader.date(reader.required("tanggal", in: fields))
    if fields["dasar"] == nil { reader.report(.noSource, at: node) }
    return reader.text(fields["dasar"]) == nil ? nil : date
  }
}
