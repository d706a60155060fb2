import CivilCalendar
import ComplianceModel
import DurableFiles
import Hashing

/// Reads one row at a time and holds it against every rule that a row must keep.
///
/// Rows are read with it, and a row that is about to be written is read with it first, so that the
/// program never writes what it would find fault with.
struct RowScanner {
  /// What is known of a row after it was read.
  struct Row {
    /// The row; `nil` where a field that judging needs could not be read.
    var event: LedgerEvent?
    /// Whether the row's shape, number or chain is wrong, so that nothing after it can be trusted.
    var isBroken = false
    /// Where `catatan` begins.
    var noteOffset = 0
    /// What stands behind the last comma, which the next row is chained to; `nil` where that is not known
    /// without looking for it.
    var chain: Range<Int>?
  }

  /// The file as it is named to the user.
  let name: String
  let kecamatan: RegionCode
  let year: Int
  /// The row that was split last.
  private(set) var fields: RowFields
  /// What was found so far, in the order of the rows.
  var found: [RowFinding] = []
  /// `dicatat_pada` of the row before.
  private var lastInstant: ClockReading?
  /// The days of the ledger's year.
  private let days: ClosedRange<CivilDate>
  /// The date that was read last, with its text: most rows name one day two or three times.
  private var lastDate: (text: ShortWord, date: CivilDate)?
  private var line = 0

  init(_ bytes: [UInt8], name: String, kecamatan: RegionCode, year: Int) {
    self.name = name
    self.kecamatan = kecamatan
    self.year = year
    let last = Month.december.lastDay(of: year)
    days = Month.december.lastDay(of: year - 1).adding(days: 1)...last
    fields = RowFields(bytes)
  }

  /// Goes on with other bytes and nothing found in them yet.
  mutating func restart(_ bytes: [UInt8]) {
    fields = RowFields(bytes)
    found = []
  }

  /// Goes on behind rows that were read before: the next instant is compared with the last of theirs.
  mutating func resume(after rows: [Range<Int>]) {
    for range in rows.lazy.reversed() where split(range) {
      guard let reading = ClockReading(bytes: fields.bytes[self[.recordedAt].range]) else {
        continue
      }
      lastInstant = reading
      break
    }
    found = []
  }

  /// Reads the row in a range of the bytes.
  ///
  /// - Parameters:
  ///   - range: The row without its line end.
  ///   - number: The `urutan` that it must have.
  ///   - line: Its line in the file.
  ///   - previous: The `rantai` of the row before it.
  ///   - codes: Where `laporan` is interned.
  /// - Returns: What is known of the row; what is wrong with it is added to ``found``.
  mutating func scan(
    _ range: Range<Int>, number: Int, line: Int, after previous: PreviousChain,
    codes: inout CodeTable
  ) -> Row {
    let bytes = fields.bytes
    return bytes.withUnsafeBufferPointer {
      scan(range, of: $0, number: number, line: line, after: previous, codes: &codes)
    }
  }

  /// Reads the row in a range of ``fields``' bytes, as ``scan(_:number:line:after:codes:)``, where they are
  /// at hand.
  mutating func scan(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, number: Int, line: Int,
    after previous: PreviousChain, codes: inout CodeTable
  ) -> Row {
    self.line = line
    var row = Row()
    guard split(range, of: bytes) else {
      row.isBroken = true
      return row
    }
    row.noteOffset = self[.note].range.lowerBound
    if fields.isPlain {
      row.chain = self[.chain].range
    } else {
      report(fields.textFaults(in: range))
    }
    checkChain(range, of: bytes, number: number, after: previous, &row)
    row.event = event(of: bytes, number: number, codes: &codes)
    return row
  }

  subscript(column: LedgerColumn) -> CSVReader.Field { fields[column] }

  func text(_ column: LedgerColumn) -> String { fields.text(column) }

  func content(_ column: LedgerColumn) -> ArraySlice<UInt8> { fields.content(column) }

  /// The row that was split last, with its texts; `nil` where it does not say when it was recorded.
  func row(_ event: LedgerEvent) -> LedgerRow? { fields.row(event) }

  mutating func report(
    _ sentence: LedgerSentences.Sentence, at offset: Int, _ severity: Finding.Severity = .fault
  ) {
    let isVoid = fields.isWhole && text(.kind) == LedgerEvent.Kind.voided.rawValue
    let sentence = isVoid ? LedgerSentences.ofVoid(sentence) : sentence
    found.append(
      RowFinding(
        sentence, severity,
        at: SourcePlace(file: name, line: line, column: fields.column(of: offset))))
  }

  private mutating func report(_ faults: [RowFields.Fault]) {
    for fault in faults { report(fault.sentence, at: fault.offset) }
  }

  // MARK: The row as a whole

  /// Splits a row into its fields; false, with a finding, where it has not the shape of one.
  mutating func split(_ range: Range<Int>) -> Bool {
    let bytes = fields.bytes
    return bytes.withUnsafeBufferPointer { split(range, of: $0) }
  }

  private mutating func split(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    do throws(RowFields.Fault) {
      try fields.split(range, of: bytes, line: line)
      return true
    } catch {
      report(error.sentence, at: error.offset)
      return false
    }
  }

  private mutating func checkChain(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, number: Int,
    after previous: PreviousChain, _ row: inout Row
  ) {
    let stated = self[.number].range
    if !UnsafeBufferPointer(rebasing: bytes[stated]).spells(number) {
      report(
        LedgerSentences.number(fields.shown(.number), expected: number), at: stated.lowerBound)
      row.isBroken = true
    }
    let chain = self[.chain].range
    let sealed = range.lowerBound..<max(range.lowerBound, chain.lowerBound - 1)
    // A quoted rantai says the same and is not what was written.
    let isPlain = chain.upperBound == range.upperBound
    guard isPlain, Chain.holds(chain, after: previous, row: sealed, in: bytes) else {
      report(LedgerSentences.brokenChain(row: number), at: chain.lowerBound)
      row.isBroken = true
      return
    }
  }

  // MARK: Fields

  private mutating func event(
    of bytes: UnsafeBufferPointer<UInt8>, number: Int, codes: inout CodeTable
  ) -> LedgerEvent? {
    let recordedAt = instant(of: bytes)
    let kind = self.kind(of: bytes)
    let unit = self.unit(of: bytes)
    let (period, periodIsRead) = self.period(of: bytes)
    let (date, dateIsRead) = self.date(.date, of: bytes)
    let (received, receivedIsRead) = self.date(.received, of: bytes)
    report(fields.evidenceFaults(of: bytes))
    guard let kind else { return nil }
    report(fields.faults(of: kind))
    let voids = kind == .voided ? target() : nil
    guard let recordedAt, let unit, periodIsRead, dateIsRead, receivedIsRead else { return nil }
    if let received, received > recordedAt.date {
      report(
        LedgerSentences.receivedInFuture(received, recorded: recordedAt.date),
        at: self[.received].range.lowerBound)
    }
    let mayLackDate = kind == .frozen || kind == .voided
    guard let effective = date ?? (mayLackDate ? recordedAt.date : nil) else { return nil }
    return LedgerEvent(
      row: LedgerEvent.RowID(year: year, number: number), kind: kind, unit: unit,
      subject: subject(of: bytes, &codes),
      period: period, date: effective,
      received: received ?? (kind == .extended ? recordedAt.date : effective),
      recorded: recordedAt.date, voids: voids)
  }

  private mutating func instant(of bytes: UnsafeBufferPointer<UInt8>) -> ClockReading? {
    let range = self[.recordedAt].range
    guard let reading = ClockReading(bytes: UnsafeBufferPointer(rebasing: bytes[range])) else {
      report(LedgerSentences.instant(fields.shown(.recordedAt)), at: range.lowerBound)
      return nil
    }
    // Rows of one import share their instant, of which is told once what is odd about it.
    guard reading != lastInstant else { return reading }
    if let lastInstant,
      reading.unixSeconds < lastInstant.unixSeconds - RowScanner.waitingSeconds
    {
      found.append(
        .clockWentBack(
          reading, after: lastInstant, line: line, column: fields.column(of: range.lowerBound)))
    }
    if !days.contains(reading.date) {
      report(
        LedgerSentences.yearOfRecording(reading.date, file: year), at: range.lowerBound, .remark)
    }
    lastInstant = reading
    return reading
  }

  /// By how much a row may be older than the one before it without a word: a writer reads its clock
  /// before it waits for its turn, ten seconds at most.
  private static let waitingSeconds = 15

  private mutating func kind(of bytes: UnsafeBufferPointer<UInt8>) -> LedgerEvent.Kind? {
    let word = fields.withContent(.kind, of: bytes) { ShortWord($0) }
    let known = word.flatMap { word in RowScanner.kinds.first { $0.0 == word }?.1 }
    if known == nil {
      report(LedgerSentences.kind(fields.shown(.kind)), at: self[.kind].range.lowerBound)
    }
    return known
  }

  private static let kinds = LedgerEvent.Kind.allCases.compactMap { kind in
    Array(kind.rawValue.utf8).withUnsafeBufferPointer { ShortWord($0) }.map { ($0, kind) }
  }

  private mutating func unit(of bytes: UnsafeBufferPointer<UInt8>) -> RegionCode? {
    guard let unit = fields.withContent(.unit, of: bytes, { RegionCode(bytes: $0) }) else {
      report(LedgerSentences.unit(fields.shown(.unit)), at: self[.unit].range.lowerBound)
      return nil
    }
    if !kecamatan.contains(unit) {
      report(LedgerSentences.unitElsewhere(unit, kecamatan), at: self[.unit].range.lowerBound)
    }
    return unit
  }

  private mutating func period(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (Period?, isRead: Bool) {
    guard !self[.period].range.isEmpty else { return (nil, true) }
    let period = fields.withContent(.period, of: bytes) { Period(bytes: $0) }
    if period == nil {
      report(LedgerSentences.period(fields.shown(.period)), at: self[.period].range.lowerBound)
    }
    return (period, period != nil)
  }

  private mutating func subject(
    of bytes: UnsafeBufferPointer<UInt8>, _ codes: inout CodeTable
  ) -> Code? {
    guard !self[.subject].range.isEmpty else { return nil }
    let overflow = codes.overflowCount
    let code = fields.withContent(.subject, of: bytes) { codes.intern(bytes: $0) }
    if codes.overflowCount > overflow {
      report(LedgerSentences.tooManyCodes, at: self[.subject].range.lowerBound)
    }
    return code
  }

  private mutating func date(
    _ column: LedgerColumn, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (CivilDate?, isRead: Bool) {
    guard !self[column].range.isEmpty else { return (nil, true) }
    let text = fields.withContent(column, of: bytes) { ShortWord($0) }
    if let text, let lastDate, lastDate.text == text { return (lastDate.date, true) }
    guard let text, let date = fields.withContent(column, of: bytes, { CivilDate(iso: $0) }) else {
      report(LedgerSentences.date(column, fields.shown(column)), at: self[column].range.lowerBound)
      return (nil, false)
    }
    lastDate = (text, date)
    return (date, true)
  }

  /// The row that a `batal` names.
  private mutating func target() -> LedgerEvent.RowID? {
    let target = LedgerEvent.RowID(voidedBy: content(.note), recordedIn: year)
    if target == nil { report(LedgerSentences.voidsNothing, at: self[.note].range.lowerBound) }
    return target
  }
}
