public import CivilCalendar
public import ComplianceModel

/// The text of a calendar file, into which dates that letters set are written.
///
/// Only the lines that are needed are inserted or changed; all other bytes stay. What was written is read
/// back: where anything but the entry itself would mean something else, nothing is given.
public struct SetDateText: Sendable {
  /// An entry of the list as it is written.
  public struct Written: Hashable, Sendable {
    /// What it says.
    public let entry: SetDateEntry
    /// Where it is.
    public let place: SourcePlace
    /// Its place in the list.
    let index: Int
  }

  /// The file as it is named to the user.
  public let file: String
  /// The bytes.
  public let bytes: [UInt8]
  /// Whether the text has a list of such dates.
  public var hasList: Bool { list != nil }
  /// The region whose units the file speaks of; `nil` for all.
  public let region: RegionCode?
  /// The entries of the list that can be read.
  public let entries: [Written]

  private static let key = "ditetapkan"
  private let root: Node
  private var list: Node? { root.pairs?.first { $0.key.string == SetDateText.key }?.value }

  /// Reads a text; `nil` for one that is no calendar file.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - file: The file as it is named to the user.
  public init?(_ bytes: [UInt8], file: String) {
    var reader = YAMLReader(file: file)
    guard let root = reader.root(of: YAMLText(bytes, file: file)), root.pairs != nil else {
      return nil
    }
    self.file = file
    self.bytes = bytes
    self.root = root
    region = reader.region(root.pairs?.first { $0.key.string == "wilayah" }?.value)
    let list = root.pairs?.first { $0.key.string == SetDateText.key }?.value
    entries = (list?.items ?? []).enumerated().compactMap { index, item in
      SetDateText.entry(item, &reader).map {
        Written(entry: $0, place: reader.place(of: item), index: index)
      }
    }
  }

  /// A new calendar file without an entry.
  ///
  /// - Parameters:
  ///   - name: The name of the calendar, that of the file.
  ///   - day: The day on which it is made.
  ///   - region: The region whose units it speaks of; `nil` for all.
  /// - Returns: The bytes of the file.
  public static func new(named name: String, on day: CivilDate, for region: RegionCode?) -> [UInt8]
  {
    let scope = region.map { "wilayah: \"\($0)\"\n" } ?? ""
    return Array(
      """
      # Tenggat yang ditetapkan dengan surat, satu entri untuk satu periode laporan; periode lain tetap
      # menurut aturannya. Ditulis oleh: tenggat tetapkan. Boleh diubah dan diberi keterangan; sesudahnya
      # jalankan: tenggat periksa
      kalender: \(name)
      \(scope)diperiksa: \(day)


      """.utf8)
  }

  private static func entry(_ node: Node, _ reader: inout YAMLReader) -> SetDateEntry? {
    guard let fields = reader.fields(node, keys: SetDateList.keys) else { return nil }
    let report = reader.text(fields["laporan"])
    let period = reader.period(fields["periode"])
    let date = reader.date(fields["tanggal"])
    let letter = reader.text(fields["surat"])
    let unit = reader.region(fields["unit"])
    guard let report, let period, let date, let letter, unit != nil || fields["unit"] == nil else {
      return nil
    }
    return SetDateEntry(report: report, period: period, unit: unit, date: date, letter: letter)
  }

  /// The entry for the same report, period and unit; `nil` where there is none.
  public func written(_ entry: SetDateEntry) -> Written? {
    entries.first {
      $0.entry.report == entry.report && $0.entry.period == entry.period
        && $0.entry.unit == entry.unit
    }
  }

  // MARK: - Writing

  /// The text with an entry, in the place of the one for the same report, period and unit, else behind
  /// the last.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - unitName: The name of its unit, which stands beside the code of a new entry.
  /// - Returns: The new text.
  /// - Throws: ``Uneditable``.
  public func with(
    _ entry: SetDateEntry, unitName: String?
  ) throws(Uneditable) -> SetDateText {
    let known = written(entry)
    let bytes =
      if let known {
        try replacing(known.index, by: entry)
      } else if let list {
        try inserting(entry, unitName: unitName, into: list)
      } else {
        try appendingList(entry, unitName: unitName)
      }
    // The strict reader decides whether it says what is meant, and all else what it said before.
    guard let text = SetDateText(bytes, file: file), text.meaning == meaning(with: entry, at: known)
    else {
      throw Uneditable(reason: .otherMeaning, place: place(of: list ?? root))
    }
    return text
  }

  private func replacing(_ index: Int, by entry: SetDateEntry) throws(Uneditable) -> [UInt8] {
    let lines = WrittenLines(bytes)
    var result = bytes
    let values = (list?.items?[index].pairs ?? []).filter {
      ["tanggal", "surat"].contains($0.key.string)
    }
    // From the last on, so that the places of those before stay.
    for (key, node) in values.reversed() {
      let value = key.string == "surat" ? entry.letter : entry.date.description
      guard node.string != value else { continue }
      guard node.form == .plain else { throw Uneditable(reason: .text, place: place(of: node)) }
      guard let range = lines.range(of: node) else {
        throw Uneditable(reason: .otherMeaning, place: place(of: node))
      }
      result.replaceSubrange(range, with: WrittenValue.scalar(value).utf8)
    }
    return result
  }

  private func inserting(
    _ entry: SetDateEntry, unitName: String?, into list: Node
  ) throws(Uneditable) -> [UInt8] {
    guard list.form == .block else { throw Uneditable(reason: .flow, place: place(of: list)) }
    let lines = WrittenLines(bytes)
    let indent = list.column - 1
    let new = entry.lines(indent: indent, lineEnd: lines.lineEnd, unitName: unitName)
    return lines.inserting(new, after: lines.lastLine(of: list, indent: indent))
  }

  private func appendingList(
    _ entry: SetDateEntry, unitName: String?
  ) throws(Uneditable) -> [UInt8] {
    guard root.form == .block, let lastKey = root.pairs?.last?.key else {
      throw Uneditable(reason: .flow, place: place(of: root))
    }
    let lines = WrittenLines(bytes)
    let indent = lastKey.column - 1
    let heading = String(repeating: " ", count: indent) + SetDateText.key + ":"
    let new =
      Array(heading.utf8) + lines.lineEnd
      + entry.lines(indent: indent + 2, lineEnd: lines.lineEnd, unitName: unitName)
    return lines.inserting(new, after: lines.lines.count - 1)
  }

  private func place(of node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.line, column: node.column)
  }

  // MARK: - Meaning

  private struct Meaning: Equatable {
    /// All keys but the list's.
    let others: WrittenValue
    let entries: [WrittenValue]
  }

  private var meaning: Meaning {
    let others = (root.pairs ?? []).filter { $0.key.string != SetDateText.key }
    return Meaning(
      others: .mapping(others.map { .init($0.key.string ?? "", WrittenValue($0.value)) }),
      entries: (list?.items ?? []).map(WrittenValue.init))
  }

  /// What the text is to say with an entry.
  private func meaning(with entry: SetDateEntry, at known: Written?) -> Meaning {
    var entries = meaning.entries
    if let known, let pairs = entries[known.index].pairs {
      entries[known.index] = .mapping(
        pairs.map { pair in
          switch pair.key {
          case "tanggal": .init("tanggal", .text(entry.date.description))
          case "surat": .init("surat", .text(entry.letter))
          default: pair
          }
        })
    } else {
      entries.append(.mapping(entry.pairs.map { .init($0.key, .text($0.value)) }))
    }
    return Meaning(others: meaning.others, entries: entries)
  }
}
