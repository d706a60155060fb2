internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// What is measured when and where, to be recorded: checked against the register, then appended.
struct MeasurementRequest {
  let period: Period
  /// The unit that names the kecamatan; `nil` for the only one.
  let unit: String?
  let date: CivilDate?
  let evidence: String?
  let note: String?
  let recorder: String?

  /// The indicator that a row is recorded for, with the desk that knows its register.
  struct Subject {
    var desk: Desk
    /// The indicator that was named.
    let named: Indicator
    /// The indicator whose number it is.
    let original: Indicator
  }

  /// What was recorded.
  struct Recorded {
    /// A value with the row that holds it now.
    struct Value {
      let subject: Subject
      let text: String
      let row: LedgerEvent.RowID
      /// The row that it takes the place of, with its value.
      let earlier: (row: LedgerEvent.RowID, text: String)?
    }

    let values: [Value]
    let evidencePath: String?

    static let nothing = Recorded(values: [], evidencePath: nil)
  }

  /// Finds the indicator that a person wrote.
  ///
  /// - Throws: A ``CommandFailure`` where no register in force in the period has it, or it is counted
  ///   from documents.
  func subject(_ indicator: String, _ session: Session) throws -> Subject {
    let offices = try session.offices(of: unit, having: "indikator")
    let kecamatan = try offices.count == 1 ? offices[0] : session.onlyKecamatan()
    var desk = try session.workspace.desk(of: kecamatan)
    let all = try desk.registers()
    guard !all.isEmpty else { throw AnswerFailure.noRegister(in: session.workspace) }
    let registers = try desk.registers(inForceIn: period).map(\.register)
    let isNamed = { (candidate: Indicator) in
      candidate.label.lowercased() == indicator.lowercased()
    }
    // Where a register takes the place of another in the period, the later one speaks.
    guard let register = registers.last(where: { $0.indicators.contains(where: isNamed) }),
      let named = register.indicators.first(where: isNamed)
    else {
      if let other = all.first(where: { $0.indicators.contains(where: isNamed) }) {
        throw notInForce(other, among: all)
      }
      let labels = (registers.isEmpty ? all : registers).flatMap { $0.indicators.map(\.label) }
      throw CommandFailure.usage(
        "indikator '\(indicator)' tidak ada dalam register",
        fix: nearestMatch(to: indicator, among: labels).map { "mungkin maksudnya \($0)" }
          ?? "lihat: tenggat iku")
    }
    let original = register.original(of: named)
    if case .documents = original.source {
      throw CommandFailure.usage(
        "\(original.label) dihitung dari dokumen, tidak diukur",
        fix: "catat dokumennya; lihat: tenggat jelaskan iku \(original.label)")
    }
    return Subject(desk: desk, named: named, original: original)
  }

  /// The failure for a register that is not in force in the period.
  func notInForce(
    _ register: IndicatorRegister, among all: [IndicatorRegister]
  ) -> CommandFailure {
    .usage(
      "register \(register.name) tidak berlaku pada \(period.indonesian)",
      fix: "berlakunya \(RuleText.validity(register.validity(among: all) ?? register.validity))")
  }

  /// Records values, all of them or none.
  ///
  /// - Parameters:
  ///   - values: The subjects, all of one kecamatan, each with its value as the ledger holds it.
  ///   - words: What stands in front of the note.
  ///   - session: The run.
  /// - Returns: What was recorded.
  /// - Throws: A ``CommandFailure`` for a date that cannot be; what reading the evidence or writing
  ///   the ledger throws.
  func record(
    _ values: [(subject: Subject, text: String)], words: String? = nil, _ session: Session
  ) throws -> Recorded {
    guard var desk = values.first?.subject.desk else { return .nothing }
    let date = self.date ?? session.today
    try check(date, session)
    try checkHolidays(desk, session)
    let stored = try StoredEvidence.store(evidence.map { [$0] } ?? [], desk, session)
    let note = [stored.map { "[\($0.originalName)]" }, words, self.note].compactMap(\.self)
    let recorder = try session.recorder(recorder)
    let entries = values.map { subject, text in
      LedgerEntry(
        kind: .measured, unit: desk.kecamatan.code, subject: subject.original.label,
        period: period.description, date: date, received: date, value: text,
        file: stored?.path ?? "", sha256: stored?.sha256 ?? "",
        note: note.joined(separator: " "), recorder: recorder)
    }
    let receipt = try desk.append(at: session.clock.now) { _, _ in entries }
    for remark in receipt.remarks { Console.message(remark.message) }
    let recorded = zip(values, receipt.rows).map { value, row in
      Recorded.Value(
        subject: value.subject, text: value.text, row: row,
        earlier: earlier(value.subject, session))
    }
    return Recorded(values: recorded, evidencePath: stored?.path)
  }

  private func check(_ date: CivilDate, _ session: Session) throws {
    guard period.firstDay <= session.today else {
      throw CommandFailure.usage(
        "\(period.indonesian) belum dimulai", fix: "catat sesudah diukur")
    }
    guard date <= session.today else {
      throw CommandFailure.usage(
        "tanggal \(date.indonesian) belum tiba", fix: "catat pada atau sesudah hari itu")
    }
    guard date >= period.firstDay else {
      throw CommandFailure.usage(
        "tanggal \(date.indonesian) sebelum \(period.indonesian) dimulai",
        fix: "perbaiki --tanggal atau --periode")
    }
  }

  /// Refuses a year that is over and has no scorecard, for want of its holidays: it is mistyped.
  private func checkHolidays(_ desk: Desk, _ session: Session) throws {
    guard period.year < session.today.year else { return }
    try desk.workspace.requireHolidays(of: [period.year])
    guard desk.definitions.workingDays.covers(year: period.year) else {
      throw CommandFailure.usage(
        "kartu skor \(period.year) tidak dapat dihitung: Calendars/libur/\(period.year).yaml "
          + "tidak ada", fix: "perbaiki --periode")
    }
  }

  /// The row of the same indicator and period that a new one takes the place of.
  private func earlier(
    _ subject: Subject, _ session: Session
  ) -> (row: LedgerEvent.RowID, text: String)? {
    let desk = subject.desk
    let row = desk.history.measurements(
      subject.original.code, of: desk.kecamatan.code, asOf: session.today
    ).last { $0.period == period }?.row
    return row.flatMap { row in desk.row(row).map { (row, $0.entry.value) } }
  }

  /// Says what was recorded.
  func tell(_ recorded: Recorded, _ session: inout Session) {
    for value in recorded.values {
      let (named, original) = (value.subject.named, value.subject.original)
      session.console.line(
        "Tercatat (baris \(value.row.text)): \(original.label) \(period.indonesian) "
          + shown(value.text, original))
      if let value = MeasuredValue(value.text), original.lacksDenominator(value) {
        session.console.line(
          "Rumus \(original.label) mempunyai penyebut: tanpa penyebut persentasenya tidak ada; "
            + "catat ulang sebagai pembilang/penyebut", .soon)
      }
      if named.code != original.code {
        session.console.line(
          "\(named.label) memakai nilai \(original.label) dan ikut berubah", .faint)
      }
      if let earlier = value.earlier {
        let old = IndicatorWords.written(earlier.text)
        session.console.line(
          "Menggantikan \(old) (baris \(earlier.row.text)); baris lama tetap ada", .faint)
      }
      if value.earlier == nil { tellShorterRows(value, &session) }
      if let longer = longerRow(original, value.subject.desk, asOf: session.today),
        let period = longer.period
      {
        session.console.line(
          "Tidak dipakai untuk setahun selama nilai \(period.indonesian) (baris \(longer.row.text)) "
            + "berlaku; batalkan baris itu bila triwulannya yang benar", .soon)
      }
    }
    if let path = recorded.evidencePath { session.console.line("Bukti: \(path)") }
  }

  /// The standing row of a longer period that holds this one, and so takes its place.
  private func longerRow(
    _ indicator: Indicator, _ desk: Desk, asOf today: CivilDate
  ) -> LedgerEvent? {
    desk.history.measurements(
      indicator.code, of: desk.kecamatan.code, asOf: today
    ).last { row in
      row.period.map { $0.isLonger(than: period) } ?? false
    }
  }

  /// Says which standing rows of shorter periods a value takes the place of.
  private func tellShorterRows(_ value: Recorded.Value, _ session: inout Session) {
    let (indicator, desk) = (value.subject.original, value.subject.desk)
    var standing: [Period: LedgerEvent.RowID] = [:]
    for row in desk.history.measurements(
      indicator.code, of: desk.kecamatan.code, asOf: session.today)
    where desk.measuredValue(row.row).flatMap({ IndicatorFigure(indicator.kind, $0) }) != nil {
      if let shorter = row.period, period.isLonger(than: shorter) { standing[shorter] = row.row }
    }
    // What a longer one of them had covered before was not in use.
    let replaced = standing.filter { shorter, _ in
      !standing.keys.contains { $0.isLonger(than: shorter) }
    }.sorted { $0.key.firstDay < $1.key.firstDay }
    guard !replaced.isEmpty else { return }
    let rows = replaced.map { shorter, row in
      let text = desk.row(row).map { IndicatorWords.written($0.entry.value) } ?? ""
      return "\(shorter.indonesian) \(text) (baris \(row.text))"
    }
    session.console.line(
      "Untuk \(period.indonesian) menggantikan \(rows.joined(separator: ", ")); batalkan baris "
        + "\(value.row.text) bila nilai yang lebih pendek yang benar", .soon)
  }

  /// A value as it is printed after it was recorded: `12/15 = 80,00%`.
  private func shown(_ text: String, _ indicator: Indicator) -> String {
    guard let value = MeasuredValue(text), let figure = IndicatorFigure(indicator.kind, value)
    else { return text }
    switch figure.value {
    case .percent(let ratio)?:
      let over = ratio.numerator > ratio.denominator ? ", lebih dari 100%" : ""
      return "= \(IndicatorWords.full(figure))\(over)"
    case .index?:
      let grade = Ratio.hundredths(of: value).flatMap { indicator.scale?.grade(of: $0) }
      return "= \(IndicatorWords.full(figure))\(grade.map { " (\($0.text))" } ?? "")"
    case .count?, nil: return "= \(IndicatorWords.full(figure))"
    }
  }
}

extension Period {
  /// Whether it is longer than another period, and holds it.
  fileprivate func isLonger(than other: Period) -> Bool {
    length < other.length && firstDay <= other.firstDay && other.lastDay <= lastDay
  }
}

extension Ratio {
  /// A plain number in hundredths; `nil` for a share, or a number with more decimals.
  static func hundredths(of value: MeasuredValue) -> Int? {
    guard case .number(let ratio) = value, ratio.denominator <= 100 else { return nil }
    return ratio.numerator * (100 / ratio.denominator)
  }
}
