public import CivilCalendar
public import ComplianceModel

/// The text of a calendar file, into which dates that letters set are written.
///
/// Only the lines that are needed are inserted or changed; all other bytes stay. What was written is read
/// back: where anything but the entry itself would mean something else, nothing is given.
public struct SetDateText: Sendable {
  /// Why a text cannot be changed safely, and where.
  public struct Uneditable: Error, Hashable, Sendable {
    /// What is in the way.
    public enum Reason: Hashable, Sendable {
      /// The list, or the whole file, is written in brackets or braces.
      case flow
      /// A value is written as a text behind `|` or `>`.
      case text
      /// The changed text would not be read as it is meant.
      case otherMeaning
    }

    /// What is in the way.
    public let reason: Reason
    /// Where it is.
    public let place: SourcePlace
  }

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
      guard let start = lines.offset(line: node.line, column: node.column),
        let end = lines.offset(line: node.lastLine, column: node.lastColumn), start <= end
      else { throw Uneditable(reason: .otherMeaning, place: place(of: node)) }
      result.replaceSubrange(start..<end, with: SetDateEntry.scalar(value).utf8)
    }
    return result
  }

  private func inserting(
    _ entry: SetDateEntry, unitName: String?, into list: Node
  ) throws(Uneditable) -> [UInt8] {
    guard list.form == .block else { throw Uneditable(reason: .flow, place: place(of: list)) }
    let lines = WrittenLines(bytes)
    let indent = list.column - 1
    let nextKey = root.pairs?.map(\.key.line).filter { $0 > list.line }.min()
    // The last line of the list that says something, and comments of its own behind it.
    var last = list.line - 1
    for index in last..<min((nextKey ?? .max) - 1, lines.lines.count) {
      guard let opening = lines.opening(ofLine: index) else { continue }
      let isComment = opening.byte == UInt8(ascii: "#")
      if !isComment || indent > 0 && opening.indent >= indent { last = index }
    }
    let new = entry.lines(indent: indent, lineEnd: lines.lineEnd, unitName: unitName)
    return SetDateText.inserted(new, after: last, in: lines)
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
    return SetDateText.inserted(new, after: lines.lines.count - 1, in: lines)
  }

  private static func inserted(
    _ new: [UInt8], after index: Int, in lines: WrittenLines
  ) -> [UInt8] {
    var bytes = lines.bytes
    let end = lines.lines.indices.contains(index) ? lines.lines[index].upperBound : bytes.count
    let isEnded = end == 0 || bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D
    bytes.insert(contentsOf: (isEnded ? [] : lines.lineEnd) + new, at: end)
    return bytes
  }

  private func place(of node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.line, column: node.column)
  }

  // MARK: - Meaning

  /// What a node says, wherever it stands.
  private indirect enum Value: Equatable {
    case text(String)
    case list([Value])
    case mapping([[Value]])

    init(_ node: Node) {
      if let pairs = node.pairs {
        self = .mapping(pairs.map { [Value($0.key), Value($0.value)] })
      } else {
        self = node.items.map { .list($0.map(Value.init)) } ?? .text(node.string ?? "")
      }
    }

    static func mapping(_ pairs: [(key: String, value: String)]) -> Value {
      .mapping(pairs.map { [.text($0.key), .text($0.value)] })
    }
  }

  private struct Meaning: Equatable {
    /// All keys but the list's, in their order.
    let others: [[Value]]
    let entries: [Value]
  }

  private var meaning: Meaning {
    let others = (root.pairs ?? []).filter { $0.key.string != SetDateText.key }
    return Meaning(
      others: others.map { [Value($0.key), Value($0.value)] },
      entries: (list?.items ?? []).map(Value.init))
  }

  /// What the text is to say with an entry.
  private func meaning(with entry: SetDateEntry, at known: Written?) -> Meaning {
    var entries = meaning.entries
    if let known, let pairs = list?.items?[known.index].pairs {
      entries[known.index] = .mapping(
        pairs.map { key, value in
          switch key.string {
          case "tanggal": [Value(key), .text(entry.date.description)]
          case "surat": [Value(key), .text(entry.letter)]
          default: [Value(key), Value(value)]
          }
        })
    } else {
      entries.append(.mapping(entry.pairs))
    }
    return Meaning(others: meaning.others, entries: entries)
  }
}
