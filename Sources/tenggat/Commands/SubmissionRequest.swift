internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// What `catat` is asked to record, however it was read.
struct SubmissionRequest {
  var report = ""
  var period: Period?
  /// The units; the kecamatan where none is named.
  var units: [String] = []
  var date: CivilDate?
  var received: CivilDate?
  /// Files that prove the submission, as one set.
  var evidence: [String] = []
  var note: String?
  var reason: String?
  var recorder: String?

  /// What is to be done for one unit.
  private enum Step {
    case record(Recording.Item)
    case recorded(LedgerEvent, Selection)
  }

  /// Records the submissions, all or none, and says so.
  func record(_ session: inout Session) throws {
    try checkArguments()
    let recorder = try session.recorder(recorder)
    let steps = try CommandFailure.forEach(
      try Selection.all(session, report: report, units: units)
    ) { try step($0, session) }
    var recording = Recording(
      session: session,
      items: steps.compactMap { if case .record(let item) = $0 { item } else { nil } },
      kind: .submitted, recorder: recorder, note: note?.nonEmpty, reason: reason,
      evidence: evidence)
    let (results, remarks) = try recording.items.isEmpty ? ([], []) : recording.record()
    for remark in remarks { Console.message(remark.message) }
    var next = results.makeIterator()
    for step in steps {
      switch step {
      case .record: if let result = next.next() { try tell(result, &session) }
      case .recorded(let row, let selection): tell(recorded: row, selection, &session)
      }
    }
  }

  private func checkArguments() throws {
    if let reason, reason.nonEmpty == nil {
      throw CommandFailure.usage("--alasan kosong", fix: "tulis sebabnya, atau hapus --alasan")
    }
    // Which file is whose would be a guess.
    guard units.count < 2 || evidence.count < 2 else {
      throw CommandFailure.usage(
        "\(units.count) unit dan \(evidence.count) berkas: tidak jelas berkas mana bukti unit mana",
        fix: "catat unit demi unit dengan berkasnya, atau sebut satu berkas untuk semua unit")
    }
  }

  // MARK: - What is meant

  private func step(_ chosen: Selection, _ session: Session) throws -> Step {
    let selection = chosen
    let today = session.today
    let obligation: Obligation
    if let period {
      obligation = try selection.obligation(period, asOf: today)
    } else {
      let open = try selection.desk.choices(
        of: selection.report, by: selection.unit, asOf: today, where: \.isOpen
      ).fitting
      // What was recorded a moment ago is open no longer.
      if open.isEmpty, let row = recorded(selection, nil, session) {
        return .recorded(row, selection)
      }
      obligation = try selection.onlyObligation(session, "terbuka", where: \.isOpen)
    }
    if let row = recorded(selection, obligation.id, session) {
      return .recorded(row, selection)
    }
    let standing = selection.desk.judge(asOf: today).standing(of: obligation.id)
    let date = date ?? today
    // A regulation that comes back after a return has its old date; it is the hand-in that is new.
    let isResubmission = obligation.rule?.meaning == .enactment && standing.openReturn != nil
    return .record(
      Recording.Item(
        selection: selection, obligation: obligation, date: date,
        received: received ?? (isResubmission ? today : date)))
  }

  /// The standing row that says what is to be recorded, as `impor` compares them; what follows a return
  /// is handed in again, and evidence that the row lacks is news.
  private func recorded(
    _ selection: Selection, _ id: Obligation.ID?, _ session: Session
  ) -> LedgerEvent? {
    let desk = selection.desk
    let judge = desk.judge(asOf: session.today)
    let ids =
      id.map { [$0] }
      ?? desk.history.obligations.filter {
        $0.report == selection.report.code && $0.unit == selection.unit
      }
    let date = date ?? session.today
    for id in ids {
      let isReturned = judge.standing(of: id).openReturn != nil
      for row in desk.history.rows(of: id) where row.kind == .submitted && row.date == date {
        guard !isReturned || row.received == (received ?? session.today),
          let entry = desk.row(row.row)?.entry,
          Desk.isSameNote(entry.note, note ?? ""),
          evidenceHashes(session).isSubset(of: session.workspace.ledgers.evidenceHashes(of: entry))
        else { continue }
        return row
      }
    }
    return nil
  }

  /// The hashes of the evidence; a file that cannot be read has none that a row has, and keeping it says
  /// why.
  private func evidenceHashes(_ session: Session) -> Set<String> {
    Set(
      evidence.map {
        (try? session.workspace.ledgers.examineEvidence(FilePath($0)).sha256) ?? ""
      })
  }

  // MARK: - Receipts

  private func tell(
    recorded row: LedgerEvent, _ selection: Selection, _ session: inout Session
  ) {
    let period = row.period.map { " \($0)" } ?? ""
    session.console.line(
      "Sudah tercatat (baris \(row.row.text)): \(selection.code)\(period) \(selection.unitName), "
        + row.date.indonesian)
    if let received, received != row.received {
      session.console.line(
        "  Diterima dalam buku \(row.received.indonesian), bukan \(received.indonesian); bila buku "
          + "keliru, batalkan dahulu: tenggat batalkan '\(row.row.text)' --alasan ...", .soon)
    }
    session.console.line("  Tidak ada yang dicatat lagi.", .faint)
  }

  private func tell(_ result: Recording.Result, _ session: inout Session) throws {
    let selection = result.item.selection
    let id = result.item.obligation.id
    let obligation = try selection.obligation(id.period, asOf: session.today)
    if let remark = selection.desk.remark(
      on: obligation, recordedIn: result.row, dated: result.item.date)
    {
      Console.message(remark.message)
    }
    guard let assessment = selection.desk.judge(asOf: session.today).assess(obligation) else {
      return
    }
    session.console.line(
      "Tercatat (baris \(result.row.text)): \(selection.code) \(id.period) \(selection.unitName)")
    if let deciding = assessment.deciding, let due = assessment.due {
      let verdict = Words.status(assessment.status)
      let late = assessment.daysLate > 0 ? " \(assessment.daysLate) hari" : ""
      session.console.line(
        "  \(deciding.date.indonesian), tenggat \(due.indonesian): \(verdict)\(late)",
        Words.style(assessment.status))
    }
    if let deciding = assessment.deciding, assessment.standing.submissions.count > 1 {
      session.console.line("  \(Self.choice(result, deciding, selection, assessment))")
    }
    if assessment.standing.openReturn != nil {
      session.console.line(
        "  Masih berstatus dikembalikan: penyerahan ini diterima sebelum pengembaliannya.", .soon)
    }
    if result.admission.isLateEntry {
      session.console.line("  Susulan, dihitung tersendiri.", .soon)
    }
    for doubt in result.admission.doubts {
      session.console.line("  Dicatat karena ada alasannya: \(doubt.words).", .soon)
    }
    if let path = result.evidencePath { session.console.line("  Bukti: \(path)") }
  }

  /// Which of several submissions decides, beside the one that was just recorded.
  private static func choice(
    _ result: Recording.Result, _ deciding: LedgerEvent, _ selection: Selection,
    _ assessment: Assessment
  ) -> String {
    let isFirst =
      selection.desk.definitions.deciding(assessment.report) == .first
    let which = isFirst ? "pertama" : "terakhir"
    let place =
      deciding.row == result.row
      ? "yaitu yang ini" : "\(deciding.date.indonesian) (baris \(deciding.row.text))"
    return
      "Penyerahan ini \(result.item.date.indonesian); yang menentukan penyerahan \(which), \(place)."
  }
}
