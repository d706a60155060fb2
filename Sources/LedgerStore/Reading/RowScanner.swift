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
  private(set) var reader: CSVReader
  private(set) var fields = RowScanner.noFields
  /// Whether the row that was split last is plain (``PlainRow``).
  private var isPlain = false
  /// What was found so far, in the order of the rows.
  var findings: [Finding] = []
  /// `dicatat_pada` of the row before.
  private var lastInstant: ClockReading?
  /// The days of the ledger's year.
  private let days: ClosedRange<CivilDate>
  /// The date that was read last, with its text: most rows name one day two or three times.
  private var lastDate: (text: ShortWord, date: CivilDate)?
  private var line = 0

  private static let noFields = Array(
    repeating: CSVReader.Field(range: 0..<0), count: LedgerColumn.allCases.count)

  init(_ bytes: [UInt8], name: String, kecamatan: RegionCode, year: Int) {
    self.name = name
    self.kecamatan = kecamatan
    self.year = year
    let last = Month.december.lastDay(of: year)
    days = Month.december.lastDay(of: year - 1).adding(days: 1)...last
    reader = CSVReader(bytes)
  }

  /// Goes on with other bytes and nothing found in them yet.
  mutating func restart(_ bytes: [UInt8]) {
    reader = CSVReader(bytes)
    findings = []
  }

  /// Goes on behind rows that were read before: the next instant is compared with the last of theirs.
  mutating func resume(after rows: [Range<Int>]) {
    for range in rows.lazy.reversed() where split(range) {
      guard let reading = ClockReading(bytes: reader.bytes[self[.recordedAt].range]) else {
        continue
      }
      lastInstant = reading
      break
    }
    findings = []
  }

  /// Reads the row in a range of the bytes.
  ///
  /// - Parameters:
  ///   - range: The row without its line end.
  ///   - number: The `urutan` that it must have.
  ///   - line: Its line in the file.
  ///   - previous: The `rantai` of the row before it.
  ///   - codes: Where `laporan` is interned.
  /// - Returns: What is known of the row; what is wrong with it is added to ``findings``.
  mutating func scan(
    _ range: Range<Int>, number: Int, line: Int, after previous: PreviousChain,
    codes: inout CodeTable
  ) -> Row {
    let bytes = reader.bytes
    return bytes.withUnsafeBufferPointer {
      scan(range, of: $0, number: number, line: line, after: previous, codes: &codes)
    }
  }

  /// Reads the row in a range of ``reader``'s bytes, as ``scan(_:number:line:after:codes:)``, where they are
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
    if isPlain { row.chain = self[.chain].range } else { checkText(range) }
    checkChain(range, of: bytes, number: number, after: previous, &row)
    row.event = event(of: bytes, number: number, codes: &codes)
    return row
  }

  subscript(column: LedgerColumn) -> CSVReader.Field { fields[column.rawValue] }

  func text(_ column: LedgerColumn) -> String { reader.text(self[column]) }

  func content(_ column: LedgerColumn) -> ArraySlice<UInt8> { reader.content(self[column]) }

  /// Lends the content of a field; nothing is copied where no quote in it is doubled.
  private func withContent<Value>(
    _ column: LedgerColumn, of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    let field = self[column]
    guard !field.hasDoubledQuotes else { return content(column).withUnsafeBufferPointer(body) }
    return body(UnsafeBufferPointer(rebasing: bytes[field.range]))
  }

  mutating func report(
    _ sentence: LedgerSentences.Sentence, at offset: Int, _ severity: Finding.Severity = .fault
  ) {
    let isVoid =
      fields.count == LedgerColumn.allCases.count && text(.kind) == LedgerEvent.Kind.voided.rawValue
    let sentence = isVoid ? LedgerSentences.ofVoid(sentence) : sentence
    findings.append(
      Finding(
        sentence.problem, severity,
        at: SourcePlace(file: name, line: line, column: reader.column(of: offset)),
        sentence.what, fix: sentence.fix))
  }

  // MARK: The row as a whole

  /// Splits a row into its fields; false, with a finding, where it has not the shape of one.
  mutating func split(_ range: Range<Int>) -> Bool {
    let bytes = reader.bytes
    return bytes.withUnsafeBufferPointer { split(range, of: $0) }
  }

  private mutating func split(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if fields.count != LedgerColumn.allCases.count { fields = RowScanner.noFields }
    isPlain = fields.withUnsafeMutableBufferPointer { PlainRow.split(range, of: bytes, into: $0) }
    if isPlain { return true }
    reader.move(to: range, line: line)
    do {
      _ = try reader.next(&fields)
    } catch {
      report(LedgerSentences.malformed(error.kind), at: error.offset)
      return false
    }
    guard fields.count == LedgerColumn.allCases.count else {
      // An empty line gives no field at all.
      report(LedgerSentences.fieldCount(range.isEmpty ? 0 : fields.count), at: range.lowerBound)
      return false
    }
    return true
  }

  /// A row is one line of UTF-8 without control characters.
  private mutating func checkText(_ range: Range<Int>) {
    var isASCII = true
    var control: Int?
    reader.bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F {
          control = index
          return
        }
        if byte >= 0x80 { isASCII = false }
      }
    }
    if let control {
      report(LedgerSentences.controlCharacter, at: control)
      return
    }
    guard !isASCII else { return }
    for column in LedgerColumn.allCases {
      let field = self[column].range
      guard let text = String(validating: reader.bytes[field], as: UTF8.self) else {
        report(LedgerSentences.notText(column), at: field.lowerBound)
        continue
      }
      if text.unicodeScalars.contains(where: \.breaksLine) {
        report(LedgerSentences.controlCharacter, at: field.lowerBound)
      }
    }
  }

  private mutating func checkChain(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, number: Int,
    after previous: PreviousChain, _ row: inout Row
  ) {
    let stated = self[.number].range
    if !RowScanner.isNumber(number, UnsafeBufferPointer(rebasing: bytes[stated])) {
      report(
        LedgerSentences.number(shown(.number), expected: number), at: stated.lowerBound)
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

  /// Whether digits are those of a number that is not negative, without a zero in front.
  private static func isNumber(_ number: Int, _ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = number
    for index in digits.indices.reversed() {
      guard rest > 0, digits[index] == UInt8(ascii: "0") + UInt8(rest % 10) else { return false }
      rest /= 10
    }
    return rest == 0 && !digits.isEmpty
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
    checkEvidence(of: bytes)
    guard let kind else { return nil }
    checkPresence(kind)
    checkValue(kind)
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
      report(LedgerSentences.instant(shown(.recordedAt)), at: range.lowerBound)
      return nil
    }
    // Rows of one import share their instant, of which is told once what is odd about it.
    guard reading != lastInstant else { return reading }
    if let lastInstant,
      reading.unixSeconds < lastInstant.unixSeconds - RowScanner.waitingSeconds
    {
      report(
        LedgerSentences.clockWentBack(reading, after: lastInstant), at: range.lowerBound, .remark)
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
    let word = withContent(.kind, of: bytes) { ShortWord($0) }
    let known = word.flatMap { word in RowScanner.kinds.first { $0.0 == word }?.1 }
    if known == nil {
      report(LedgerSentences.kind(shown(.kind)), at: self[.kind].range.lowerBound)
    }
    return known
  }

  private static let kinds = LedgerEvent.Kind.allCases.compactMap { kind in
    Array(kind.rawValue.utf8).withUnsafeBufferPointer { ShortWord($0) }.map { ($0, kind) }
  }

  private mutating func unit(of bytes: UnsafeBufferPointer<UInt8>) -> RegionCode? {
    guard let unit = withContent(.unit, of: bytes, { RegionCode(bytes: $0) }) else {
      report(LedgerSentences.unit(shown(.unit)), at: self[.unit].range.lowerBound)
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
    let period = withContent(.period, of: bytes) { Period(bytes: $0) }
    if period == nil {
      report(LedgerSentences.period(shown(.period)), at: self[.period].range.lowerBound)
    }
    return (period, period != nil)
  }

  private mutating func subject(
    of bytes: UnsafeBufferPointer<UInt8>, _ codes: inout CodeTable
  ) -> Code? {
    guard !self[.subject].range.isEmpty else { return nil }
    let overflow = codes.overflowCount
    let code = withContent(.subject, of: bytes) { codes.intern(bytes: $0) }
    if codes.overflowCount > overflow {
      report(LedgerSentences.tooManyCodes, at: self[.subject].range.lowerBound)
    }
    return code
  }

  private mutating func date(
    _ column: LedgerColumn, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (CivilDate?, isRead: Bool) {
    guard !self[column].range.isEmpty else { return (nil, true) }
    let text = withContent(column, of: bytes) { ShortWord($0) }
    if let text, let lastDate, lastDate.text == text { return (lastDate.date, true) }
    guard let text, let date = withContent(column, of: bytes, { CivilDate(iso: $0) }) else {
      report(LedgerSentences.date(column, shown(column)), at: self[column].range.lowerBound)
      return (nil, false)
    }
    lastDate = (text, date)
    return (date, true)
  }

  /// What a row of a kind cannot do without.
  private mutating func checkPresence(_ kind: LedgerEvent.Kind) {
    // A row that has these lacks nothing, unless it measures or freezes; most do.
    let isUsual =
      !self[.subject].range.isEmpty && !self[.period].range.isEmpty && !self[.date].range.isEmpty
    guard !isUsual || kind == .measured || kind == .frozen else { return }
    let needed =
      switch kind {
      case .submitted, .accepted, .returned, .exempted, .extended: RowScanner.neededOfReport
      case .fact: RowScanner.neededOfFact
      case .measured: RowScanner.neededOfMeasure
      case .frozen: RowScanner.neededOfSnapshot
      case .voided: RowScanner.neededOfVoid
      }
    for column in needed where self[column].range.isEmpty {
      report(LedgerSentences.missing(column, for: kind), at: self[column].range.lowerBound)
    }
  }

  private static let neededOfReport: [LedgerColumn] = [.subject, .period, .date]
  private static let neededOfFact: [LedgerColumn] = [.subject, .date]
  private static let neededOfMeasure: [LedgerColumn] = [.subject, .period, .date, .value]
  private static let neededOfSnapshot: [LedgerColumn] = [.period, .sha256]
  private static let neededOfVoid: [LedgerColumn] = []

  private mutating func checkValue(_ kind: LedgerEvent.Kind) {
    guard !self[.value].range.isEmpty else { return }
    let offset = self[.value].range.lowerBound
    guard kind == .measured else {
      report(LedgerSentences.valueNotMeasured(kind), at: offset)
      return
    }
    let parts = content(.value).split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") })
    let isNumber = parts.allSatisfy { part in
      (1...18).contains(part.count) && part.allSatisfy(\.isDigit)
    }
    if !isNumber { report(LedgerSentences.value(shown(.value)), at: offset) }
  }

  private mutating func checkEvidence(of bytes: UnsafeBufferPointer<UInt8>) {
    let file = self[.file].range
    let hash = self[.sha256].range
    if !hash.isEmpty, !withContent(.sha256, of: bytes, { Hexadecimal.isSHA256($0) }) {
      report(LedgerSentences.sha256(shown(.sha256)), at: hash.lowerBound)
    }
    guard !file.isEmpty else { return }
    if hash.isEmpty { report(LedgerSentences.fileWithoutHash, at: file.lowerBound) }
    if !withContent(.file, of: bytes, { Evidence.isInside($0) }) {
      report(LedgerSentences.fileOutside(shown(.file)), at: file.lowerBound)
    }
  }

  /// The row that a `batal` names with `#N` or `2025#N` at the head of its catatan.
  private mutating func target() -> LedgerEvent.RowID? {
    var rest = content(.note)
    let head = RowScanner.number(&rest)
    if rest.popFirst() == UInt8(ascii: "#"), let number = RowScanner.number(&rest),
      number > 0, rest.first.map({ $0 == UInt8(ascii: " ") }) ?? true,
      head.map({ CivilDate.years.contains($0) }) ?? true
    {
      return LedgerEvent.RowID(year: head ?? year, number: number)
    }
    report(LedgerSentences.voidsNothing, at: self[.note].range.lowerBound)
    return nil
  }

  /// The number at the head of bytes, taken off them; `nil` where there is none.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix(while: \.isDigit)
    bytes.removeFirst(digits.count)
    guard (1...9).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// A field's text for a message: one short line.
  private func shown(_ column: LedgerColumn) -> String {
    let text = text(column)
    let scalars = text.unicodeScalars.prefix(60).map { $0.isPrintable ? $0 : "\u{FFFD}" }
    var shown = String(String.UnicodeScalarView(scalars))
    if text.unicodeScalars.count > 60 { shown += "…" }
    return shown
  }
}

extension RowScanner {
  /// The row that was split last, with its texts.
  ///
  /// - Parameter event: What was read of it.
  /// - Returns: `nil` where it does not say when it was recorded.
  func row(_ event: LedgerEvent) -> LedgerRow? {
    guard let recordedAt = ClockReading(bytes: content(.recordedAt)) else { return nil }
    let entry = LedgerEntry(
      kind: event.kind, unit: event.unit, subject: text(.subject), period: text(.period),
      date: CivilDate(iso: content(.date)), received: CivilDate(iso: content(.received)),
      value: text(.value), file: text(.file), sha256: text(.sha256), note: text(.note),
      recorder: text(.recorder))
    return LedgerRow(id: event.row, recordedAt: recordedAt, entry: entry, chain: text(.chain))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Unicode.Scalar {
  /// Whether the scalar ends a line or steers a terminal: C0, DEL, C1, U+2028 and U+2029.
  var breaksLine: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Whether the scalar shows as itself: what breaks a line and what turns the direction does not.
  var isPrintable: Bool { !breaksLine && properties.generalCategory != .format }
}
