internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import SystemPackage
internal import Wording
internal import Workspace

/// Looks at files that were chosen or handed in, and records those that a person was shown.
struct FilingDesk {
  let visit: Visit

  /// Files of one look: all of a drop folder that one looks at, and all that are handed in together.
  static let most = 200

  private var words: IntakeWords { IntakeWords(visit.workspace.kecamatan) }

  /// What lies in the drop folder, and what was put aside.
  ///
  /// - Throws: What looking at the folder throws.
  func overview() throws -> (untaken: [FilingLine], quarantined: [FilingLine], more: [String]) {
    // Nothing is recorded by a look, whoever has it.
    let request = TakeInFiles(.dropFolder, recorder: "")
    let overview = try request.overview(
      in: visit.workspace, at: visit.instant, now: visit.now, atMost: Self.most)
    let may = rights()
    func lines(_ files: [DroppedFile]) -> [FilingLine] {
      files.map { FilingLine($0.name, .file($0), in: .dropFolder, words, visit.paths, may: may) }
    }
    let surplus =
      overview.surplus > 0
      ? ["\(overview.surplus.indonesian) berkas lagi tampak sesudah yang ini selesai."] : []
    return (
      lines(overview.untaken), lines(overview.quarantined),
      surplus + overview.deepFolders.map { "\(IntakeWords.tooDeep($0)).".capitalizedFirst }
    )
  }

  /// The names of the files that can be chosen, by their keys.
  ///
  /// - Throws: What looking at the folder throws.
  func names(of request: TakeInFiles) throws -> [String: String] {
    let names = try request.names(in: visit.workspace, at: visit.instant)
    return Dictionary(names.map { (FilingLine.key(of: $0), $0) }) { first, _ in first }
  }

  /// What recording the files would come to; nothing is written.
  ///
  /// - Returns: The request with what was shown, and what to show.
  /// - Throws: What looking at the files throws.
  func look(_ request: TakeInFiles) throws -> (request: TakeInFiles, lines: [FilingLine]) {
    var request = request
    let outcome = try request.preview(in: visit.workspace, at: visit.instant, now: visit.now)
    let may = rights()
    let lines = outcome.files.map {
      FilingLine($0.choice.name, $0.fate, in: request.source, words, visit.paths, may: may)
    }
    request.choices = zip(request.choices, lines).map { choice, line in
      var choice = choice
      choice.seen = line.seen
      return choice
    }
    return (request, lines)
  }

  /// What becomes of one file, with what its name is read for.
  ///
  /// - Throws: What looking at it throws.
  func fate(of choice: Intake.Choice, _ request: TakeInFiles) throws -> Intake.ChosenFate {
    var request = request
    request.choices = [choice]
    let outcome = try request.preview(in: visit.workspace, at: visit.instant, now: visit.now)
    return outcome.files.first?.fate ?? .gone
  }

  /// Records the files that were shown, each by itself, and tells what became of each.
  ///
  /// - Throws: What looking at the folder throws; ``ShownTrouble`` where the visitor may no longer.
  func record(_ request: TakeInFiles) throws -> Receipt {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    var request = request
    request.recorder = try visit.visitor.recorder()
    let may = rights()
    for filing in request.choices.compactMap(\.seen?.filing) where !may(filing) {
      throw ShownTrouble(trouble: .notAllowed)
    }
    let outcome = try request.record(in: visit.workspace, at: visit.instant, now: visit.now)
    return Receipt(
      outcome.files.flatMap { lines($0.choice, $0.fate, request.source) },
      remarks: outcome.remarks.map { "\($0.what); \($0.remedy.onInbox)." },
      address: visit.paths.page(InboxPage.path))
  }

  private func lines(
    _ choice: Intake.Choice, _ fate: Intake.ChosenFate, _ source: TakeInFiles.Source
  ) -> [Receipt.Line] {
    let name = FilingLine.shownName(choice.name, in: source)
    if case .file(let file) = fate {
      var lines: [Receipt.Line] = []
      switch file.fate {
      case .recorded(let row?, let filing, _):
        lines = [
          Receipt.Line("Tercatat (baris \(row.text)): \(words.title(filing))", .good),
          Receipt.Line("Bukti: \(name)", inner: true),
        ]
      case .alreadyRecorded(let row, let filing):
        lines = [
          Receipt.Line("Sudah tercatat (baris \(row.text)): \(words.title(filing))"),
          Receipt.Line("Bukti: \(name)", inner: true),
        ]
      default: break
      }
      if !lines.isEmpty {
        if file.moveFailure != nil {
          lines.append(
            Receipt.Line(
              "Berkasnya belum dapat dipindahkan; jalankan 'tenggat pindai' di komputer kantor.",
              .soon, inner: true))
        }
        return lines
      }
    }
    let line = FilingLine(choice.name, fate, in: source, words, visit.paths) { _ in true }
    return [
      Receipt.Line("Tidak dicatat: \(name)", .bad),
      Receipt.Line(
        "\([line.why, line.remedy].compactMap(\.self).joined(separator: "; ")).", inner: true),
    ]
  }

  /// Whether the visitor may record what a file is taken for.
  private func rights() -> (Filing) -> Bool {
    var desks: [RegionCode: Desk] = [:]
    return { filing in
      guard
        let selection = try? Selection(
          report: filing.report, of: filing.unit, in: visit.workspace, &desks)
      else { return false }
      return visit.visitor.may(.submit, selection)
    }
  }
}
