internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore

/// Goes through the rows of a table once, and tells those with faults from those without.
struct ImportReader: ~Copyable {
  /// A row without faults.
  struct Row: Sendable {
    /// What it speaks of, by its place among the resolver's targets.
    let target: Int
    /// `tanggal`.
    let date: CivilDate
    /// `diterima`.
    let received: CivilDate
    /// Whether it is a late entry.
    let isLate: Bool
    /// `catatan`, without the reason.
    let note: Text
    /// The row's own reason for a late entry, or nothing.
    let reason: Text
  }

  /// Where a text of a row lies.
  struct Text: Sendable {
    let range: Range<Int>
    /// Whether it lies among the texts whose quotes were doubled in the table.
    let isUnquoted: Bool
  }

  /// Some rows, with the bytes that their texts lie in.
  struct Batch: Sendable {
    fileprivate(set) var rows: [Row] = []
    fileprivate let bytes: [UInt8]
    fileprivate let unquoted: [UInt8]

    /// Shows the texts of the rows.
    func withTexts<Value>(_ body: (Texts) throws -> Value) rethrows -> Value {
      try bytes.withUnsafeBufferPointer { bytes in
        try unquoted.withUnsafeBufferPointer { try body(Texts(bytes: bytes, unquoted: $0)) }
      }
    }
  }

  /// The texts of some rows, in memory.
  struct Texts {
    fileprivate let bytes, unquoted: UnsafeBufferPointer<UInt8>

    subscript(text: Text) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: (text.isUnquoted ? unquoted : bytes)[text.range])
    }
  }

  /// The faults of all rows that were gone through, in order.
  private(set) var faults: [Finding] = []
  /// How many rows have faults.
  private(set) var faultyRows = 0
  /// How many rows have none.
  private(set) var soundRows = 0
  /// Whether every fault is a late entry without a reason.
  private(set) var lacksOnlyReasons = true

  private let name: String
  private let columns: ImportColumns
  private let hasReason: Bool
  private var stream: CSVStream
  private var fields: [CSVReader.Field] = []
  private var key: [UInt8] = []
  private var unquoted: [UInt8] = []
  private var line = 0
  private var isFaulty = false

  /// Begins a pass.
  ///
  /// - Parameters:
  ///   - stream: The table, from its header on.
  ///   - name: The table as it is named to the user.
  ///   - columns: What its columns mean.
  ///   - hasReason: Whether all late entries have a reason.
  /// - Throws: A failure of the file system.
  init(_ stream: consuming CSVStream, name: String, columns: ImportColumns, hasReason: Bool) throws
  {
    self.stream = stream
    self.name = name
    self.columns = columns
    self.hasReason = hasReason
    do throws(CSVStream.Failure) {
      _ = try self.stream.next(&fields)
    } catch {
      // The header was whole when it was read for its columns.
      guard case .file(let failure) = error else {
        throw WorkspaceFailure.changed(self.stream.path)
      }
      throw failure
    }
  }

  /// The next rows without faults, as many as lie in one piece of the table and at most a thousand;
  /// none at the end.
  ///
  /// - Throws: A failure of the file system, or of the workspace.
  mutating func nextRows(_ resolver: inout ImportResolver) throws -> Batch? {
    unquoted = []
    guard let first = try nextRow(&resolver, onlyNear: false) else { return nil }
    var rows = [first]
    rows.reserveCapacity(ImportReader.rowsAtOnce)
    while rows.count < ImportReader.rowsAtOnce,
      let row = try nextRow(&resolver, onlyNear: true)
    {
      rows.append(row)
    }
    return Batch(rows: rows, bytes: stream.reader.bytes, unquoted: unquoted)
  }

  private static let rowsAtOnce = 1024

  /// The next row without faults; `nil` at the end, and before another piece must be read where only
  /// near rows are asked for.
  private mutating func nextRow(
    _ resolver: inout ImportResolver, onlyNear isNearOnly: Bool
  ) throws -> Row? {
    while true {
      isFaulty = false
      do {
        guard let place = try stream.next(&fields, nearOnly: isNearOnly) else { return nil }
        line = place.line
        if let row = try readPlain(resolver) ?? read(place.range, &resolver) {
          soundRows += 1
          return row
        }
      } catch .malformed(let fault) as CSVStream.Failure {
        line = fault.line
        report(ImportSentence.malformed(fault.kind), column: fault.column)
      } catch .file(let failure) as CSVStream.Failure {
        throw failure
      }
      if isFaulty { faultyRows += 1 }
    }
  }

  /// Reads a row that says nothing unusual, as most do, without a slice a field.
  ///
  /// - Returns: `nil` for a row that ``read(_:_:)`` must look at: one with a fault, with doubled quotes,
  ///   or the first one that speaks of its obligation.
  private func readPlain(_ resolver: ImportResolver) throws -> Row? {
    guard fields.count == columns.count, !fields.contains(where: \.hasDoubledQuotes) else {
      return nil
    }
    let bytes = stream.reader.bytes
    let row: (target: Int, date: CivilDate, received: CivilDate, note: Range<Int>)? =
      bytes.withUnsafeBufferPointer { bytes in
        let code = range(.unit, bytes)
        let unit = code.isEmpty ? range(.unitName, bytes) : code
        let place = resolver.plainTarget(
          UnsafeBufferPointer(rebasing: bytes[unit]),
          UnsafeBufferPointer(rebasing: bytes[range(.report, bytes)]),
          UnsafeBufferPointer(rebasing: bytes[range(.period, bytes)]))
        let received = range(.received, bytes)
        guard let place, range(.reason, bytes).isEmpty,
          let date = CivilDate(iso: UnsafeBufferPointer(rebasing: bytes[range(.date, bytes)])),
          let received = received.isEmpty
            ? date : CivilDate(iso: UnsafeBufferPointer(rebasing: bytes[received]))
        else { return nil }
        let note = range(.note, bytes)
        guard NoteText.fault(in: UnsafeBufferPointer(rebasing: bytes[note])) == nil else {
          return nil
        }
        return (place, date, received, note)
      }
    guard let row, case .success(let rule) = resolver.targets[row.target].rule,
      let isLate = try? rule.admit(
        date: row.date, received: row.received, hasReason: hasReason)
    else { return nil }
    return Row(
      target: row.target, date: row.date, received: row.received, isLate: isLate,
      note: Text(range: row.note, isUnquoted: false),
      reason: Text(range: 0..<0, isUnquoted: false))
  }

  /// Where a column's content lies, without blanks around it; nothing where there is no such column.
  private func range(
    _ column: ImportColumns.Column, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    columns[column].map { bytes.trimmedRange(fields[$0].range) } ?? 0..<0
  }

  private mutating func read(
    _ range: Range<Int>, _ resolver: inout ImportResolver
  ) throws -> Row? {
    let count = fields.count
    guard count == columns.count || isCountForgiven else {
      report(ImportSentence.fieldCount(count, expected: columns.count), at: range.lowerBound)
      return nil
    }
    let note = content(.note)
    if note.isEmpty, fields.allSatisfy({ stream.reader.content($0).trimmed.isEmpty }) {
      return nil
    }
    let target = try target(&resolver)
    let date = date(.date, or: nil)
    let received = columns[.received] == nil ? date : self.date(.received, or: date)
    if let fault = ImportSentence.textFault(note) { report(fault, of: .note) }
    guard let target, let date, let received else { return nil }
    let reason = content(.reason)
    if let fault = ImportSentence.textFault(reason) { report(fault, of: .reason) }
    guard !isFaulty else { return nil }
    do throws(Refusal) {
      let isLate = try resolver.targets[target].rule.get().admit(
        date: date, received: received, hasReason: hasReason || !reason.isEmpty)
      return Row(
        target: target, date: date, received: received, isLate: isLate, note: text(.note),
        reason: text(.reason))
    } catch {
      // What is recorded already is no news, whatever was decided since.
      if note.withUnsafeBufferPointer({ resolver.isRecorded(target, date, $0) }) {
        return Row(
          target: target, date: date, received: received, isLate: false, note: text(.note),
          reason: text(.reason))
      }
      report(error, about: resolver.name(of: target))
      return nil
    }
  }

  /// Whether the fields that are too many, or the columns that a short row lacks, say nothing.
  private var isCountForgiven: Bool {
    if fields.count > columns.count {
      return fields[columns.count...].allSatisfy { stream.reader.content($0).trimmed.isEmpty }
    }
    return fields.count == 1 && fields[0].range.isEmpty
  }

  private mutating func target(_ resolver: inout ImportResolver) throws -> Int? {
    key.removeAll(keepingCapacity: true)
    for column in [ImportColumns.Column.unit, .report, .period] {
      var text = content(column)
      if column == .unit, text.isEmpty { text = content(.unitName) }
      if text.isEmpty, column != .unit { report(ImportSentence.missing(column), of: column) }
      if let fault = ImportSentence.textFault(text) { report(fault, of: column) }
      key += text
      key.append(0)
    }
    guard !isFaulty else { return nil }
    do {
      return try resolver.target(key)
    } catch let fault as ImportFault {
      report(fault.sentence, of: fault.column)
      return nil
    }
  }

  private mutating func date(_ column: ImportColumns.Column, or given: CivilDate?) -> CivilDate? {
    let bytes = content(column)
    if bytes.isEmpty {
      if given == nil, column == .date { report(ImportSentence.missing(column), of: column) }
      return given
    }
    guard let date = CivilDate(written: bytes) else {
      let text = String(decoding: bytes.prefix(40), as: UTF8.self)
      report(ImportSentence.date(column, text), of: column)
      return nil
    }
    return date
  }

  /// The content of a column without blanks around it; nothing where the table has no such column.
  private func content(_ column: ImportColumns.Column) -> ArraySlice<UInt8> {
    guard let place = columns[column], place < fields.count else { return [] }
    return stream.reader.content(fields[place]).trimmed
  }

  /// Where a column's content lies, after its doubled quotes were undone.
  private mutating func text(_ column: ImportColumns.Column) -> Text {
    guard let place = columns[column], place < fields.count else {
      return Text(range: 0..<0, isUnquoted: false)
    }
    let content = content(column)
    guard fields[place].hasDoubledQuotes else {
      return Text(range: content.indices, isUnquoted: false)
    }
    unquoted += content
    return Text(range: (unquoted.count - content.count)..<unquoted.count, isUnquoted: true)
  }

  // MARK: - Faults

  private mutating func report(_ refusal: Refusal, about what: String) {
    let (column, isReason): (ImportColumns.Column, Bool) =
      switch refusal {
      case .accepted, .exempt, .farAhead: (.period, false)
      case .lateEntryNeedsReason: (.date, true)
      default: (.date, false)
      }
    report(refusal.sentence(about: what), of: column, isReason: isReason)
  }

  private mutating func report(
    _ sentence: ImportSentence.Sentence, of column: ImportColumns.Column, isReason: Bool = false
  ) {
    let offset = columns[column].flatMap { $0 < fields.count ? fields[$0].range.lowerBound : nil }
    report(sentence, at: offset ?? 0, isReason: isReason)
  }

  private mutating func report(
    _ sentence: ImportSentence.Sentence, at offset: Int, isReason: Bool = false
  ) {
    report(sentence, column: stream.reader.column(of: offset), isReason: isReason)
  }

  private mutating func report(
    _ sentence: ImportSentence.Sentence, column: Int, isReason: Bool = false
  ) {
    isFaulty = true
    if !isReason { lacksOnlyReasons = false }
    let place = SourcePlace(file: name, line: line, column: column)
    faults.append(Finding(at: place, sentence.what, fix: sentence.fix))
  }
}
