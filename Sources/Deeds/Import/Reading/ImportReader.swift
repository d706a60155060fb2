internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import Workspace

/// Goes through the rows of a table once, and tells those with faults from those without.
struct ImportReader: ~Copyable {
  /// The faults of all rows that were gone through, in order.
  var found = FindingList(atMost: Limits.tableFindings)
  /// How many rows have faults.
  private(set) var faultyRows = 0
  /// How many rows have none.
  private(set) var soundRows = 0
  /// Whether every fault lacks a reason and nothing else.
  var lacksOnlyReasons = true
  /// What the rows that were gone through show about the columns.
  var facts = ImportFacts()

  /// Rows that wait for others of the table.
  private(set) var gated: [GatedRow] = []
  let places: TablePlaces
  let columns: ImportColumns
  let rules: Rules
  var stream: CSVStream
  var fields: [CSVReader.Field] = []
  var line = 0
  var isFaulty = false
  /// Whether it is known which unit the row means.
  var isUnitKnown = true
  /// What the columns of a row that can be filled down hold, by column; for the next row.
  var above: [[UInt8]] = []
  /// What the blanks of a row are filled with, by column.
  var filled: [[UInt8]] = []
  var key: [UInt8] = []
  private var unquoted: [UInt8] = []
  /// The sound rows, for whoever writes them.
  private var kept: KeptRows

  /// Begins a pass.
  ///
  /// - Parameters:
  ///   - stream: The table.
  ///   - places: Where its cells lie, as the table is named to the user.
  ///   - columns: What its columns mean.
  ///   - headerLine: The line of their headings.
  ///   - rules: What the rows are read by.
  ///   - file: The table again, where its sound rows are kept; `nil` where nobody writes them.
  /// - Throws: A failure of the file system.
  init(
    _ stream: consuming CSVStream, places: TablePlaces, columns: ImportColumns, headerLine: Int,
    rules: Rules, keptOf file: OpenedFile? = nil
  ) throws {
    self.stream = stream
    kept = KeptRows(of: file)
    self.places = places
    self.columns = columns
    self.rules = rules
    while true {
      do throws(CSVStream.Failure) {
        let row = try self.stream.next(&fields)
        if row?.line ?? headerLine >= headerLine { return }
      } catch {
        // The header was whole when it was read for its columns; what stands above it need not be.
        switch error {
        case .malformed(let fault) where fault.line < headerLine: continue
        case .malformed: throw WorkspaceFailure.changed(self.stream.path)
        case .file(let failure): throw failure
        }
      }
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
    try next(onlyNear: isNearOnly) { (reader, range) throws in
      let plain = try reader.readPlain(&resolver)
      guard let row = try plain ?? reader.read(range, &resolver) else { return nil }
      reader.kept.add(row, in: reader.stream.offset, isOpen: plain == nil)
      return row
    }
  }

  /// The next row that a reading takes for sound; `nil` at the end, and before another piece must be read
  /// where only near rows are asked for.
  mutating func next<Sound>(
    onlyNear isNearOnly: Bool = false,
    _ read: (inout ImportReader, Range<Int>) throws -> Sound?
  ) throws -> Sound? {
    while true {
      isFaulty = false
      do {
        guard let place = try stream.next(&fields, nearOnly: isNearOnly) else { return nil }
        line = place.line
        if let row = try read(&self, place.range) {
          soundRows += 1
          return row
        }
      } catch .malformed(let fault) as CSVStream.Failure {
        line = fault.line
        above = []
        report(ImportSentence.malformed(fault.kind), column: fault.column)
      } catch .file(let failure) as CSVStream.Failure {
        throw failure
      }
      if isFaulty { faultyRows += 1 }
    }
  }

  /// All sound rows, as far as they were kept and none of them waited for others of the table.
  var keptRows: KeptRows { gated.isEmpty ? kept : KeptRows(of: nil) }

  /// The faults of all rows that were gone through, in order; of many the first, and one that has the number of
  /// others.
  var faults: [Finding] {
    guard found.surplus > 0 else { return found.findings }
    let sentence = ImportSentence.uncounted(found.surplus)
    return found.findings
      + [
        Finding(
          sentence.problem, at: SourcePlace(file: places.file), sentence.what, fix: sentence.fix)
      ]
  }

  /// Tells of rows that were taken for sound that they are not.
  mutating func withdraw(rows count: Int) {
    faultyRows += count
    soundRows -= count
  }

  /// Puts the faults of rows that were taken for sound among the others.
  mutating func withdraw(_ rows: [(place: SourcePlace, sentence: ImportSentence.Sentence)]) {
    for (place, sentence) in rows { report(sentence, at: place, isReason: true) }
    withdraw(rows: rows.count)
    found.sort()
  }

  /// Reads a row that says nothing unusual, as most do, without a slice a field.
  ///
  /// - Returns: `nil` for a row that ``read(_:_:)`` must look at: one with a fault, with doubled quotes,
  ///   or the first one that speaks of its obligation.
  private mutating func readPlain(_ resolver: inout ImportResolver) throws -> Row? {
    guard fields.count == columns.count || columns.isOfSheet && fields.count < columns.count,
      !rules.fillsDown, !rules.fillsDates,
      columns[.kecamatan] == nil, columns[.part] == nil, !fields.contains(where: \.hasDoubledQuotes)
    else { return nil }
    let bytes = stream.reader.bytes
    // In the closure the whole resolver would be copied, for every row.
    let recent = resolver.recent
    let row: (target: Int, date: CivilDate, received: CivilDate, note: Range<Int>, hasUnit: Bool)? =
      bytes.withUnsafeBufferPointer { bytes in
        let code = range(.unit, bytes)
        let name = range(.unitName, bytes)
        // A name beside a code is held against it, and a blank unit against those of other rows.
        guard code.isEmpty || name.isEmpty else { return nil }
        let unit = code.isEmpty ? name : code
        if unit.isEmpty, rules.facts.blankUnitIsFault { return nil }
        let place = recent.target(
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
        guard NoteText.fault(in: UnsafeBufferPointer(rebasing: bytes[note])) == nil,
          columns.unheaded.allSatisfy({
            $0 >= fields.count || bytes.trimmedRange(fields[$0].range).isEmpty
          }),
          !columns.isOfSheet || bytes[note].first != UInt8(ascii: "#")
        else { return nil }
        return (place, date, received, note, !unit.isEmpty)
      }
    guard let row, case .success(let rule) = resolver.targets[row.target].rule,
      !rule.mayMeanAnotherPeriod(row.date),
      let admission = try? rule.admit(
        date: row.date, received: row.received, hasReason: rules.hasReason),
      admission.doubts.isEmpty
    else { return nil }
    if row.hasUnit { facts.hasUnits = true } else { facts.hasBlankUnits = columns.nameUnits }
    resolver.note(row.target, row.date)
    return Row(
      line: line, target: row.target, date: row.date, received: row.received, admission,
      note: Text(range: row.note, isUnquoted: false),
      reason: Text(range: 0..<0, isUnquoted: false))
  }

  /// Where a column's content lies, without blanks around it; nothing where there is no such column.
  private func range(
    _ column: ImportColumn, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    guard let place = columns[column], place < fields.count else { return 0..<0 }
    return bytes.trimmedRange(fields[place].range)
  }

  private mutating func read(
    _ range: Range<Int>, _ resolver: inout ImportResolver
  ) throws -> Row? {
    guard isRow(range), !isNotYet else { return nil }
    let note = content(.note)
    let target = try target(&resolver)
    let date = date(.date, or: nil)
    let received = columns[.received] == nil ? date : self.date(.received, or: date)
    if let fault = ImportSentence.textFault(note) { report(fault, of: .note) }
    guard let target, let date, let received else { return nil }
    let reason = content(.reason)
    if let fault = ImportSentence.textFault(reason) { report(fault, of: .reason) }
    guard !isFaulty else { return nil }
    do throws(Refusal) {
      let hasReason = rules.hasReason || !reason.isEmpty
      let admission = try resolver.admit(
        target, date: date, received: received, hasReason: hasReason)
      if !hasReason, resolver.waitsForTable(target, date) {
        gated.append(GatedRow(target: target, date: date, place: place(of: .date)))
      } else {
        resolver.note(target, date)
      }
      return row(target, date, received, admission)
    } catch {
      // What is recorded already is no news, whatever was decided since.
      if note.withUnsafeBufferPointer({ resolver.isRecorded(target, date, $0) }) {
        return row(target, date, received, .plain)
      }
      report(error, about: resolver.name(of: target))
      return nil
    }
  }

  private mutating func row(
    _ target: Int, _ date: CivilDate, _ received: CivilDate, _ admission: Admission
  ) -> Row {
    Row(
      line: line, target: target, date: date, received: received, admission, note: text(.note),
      reason: text(.reason))
  }

  /// Where a column's content lies, after its doubled quotes were undone.
  private mutating func text(_ column: ImportColumn) -> Text {
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
}
