internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import Wording
internal import Workspace

/// The letters to desa about their late documents: those that are due, to be issued, and those that were; and the
/// receipts for what desa handed in.
struct LettersPage: Page {
  static let path = "/surat"
  static let name: String? = "Surat"
  static let template = "surat"
  static let help: GuidePlace? = GuidePlace("Halaman", "Surat dan tanda terima")
  static let readers = Audience.office
  static let keys: Set = [saved, received]

  /// The key that says that letters were recorded a moment ago.
  static let saved = "terbit"
  /// The key of the day whose receipts are listed.
  private static let received = "diterima"
  /// How many days a desa is given after a letter before the next one is proposed: as the command.
  private static let pause = 7

  /// The form that issues letters.
  struct Form: Sendable {
    let action: String
    let number: String
    let first: String
    let date: String
    let steps: [FilterForm.Choice]
    /// Who would sign today.
    let signers: [String]
  }

  /// A receipt.
  struct Receipt: Sendable {
    let village: String
    let documents: String
    let path: String
  }

  let title = "Surat"
  let isSaved: Bool
  let problems: [String]
  /// Whether something is wrong; a template sees only what is stored.
  let isFaulty: Bool
  /// The desa that have late documents.
  let late: TableView
  /// `nil` where nothing can be issued: on a page about another day, or for who may not.
  let form: Form?
  let notes: [String]
  let issued: TableView
  /// The day whose receipts are listed, as it is written and in words.
  let receivedOn: String
  let receivedInWords: String
  /// The day of judging where it is not today, which the form of the receipts keeps; `nil` for today.
  let otherDay: String?
  let receipts: [Receipt]
  /// The address of the page, for the form of the receipts.
  let own: String

  init(_ visit: Visit) throws { try self.init(visit, sent: nil, problems: []) }

  /// Shows the letters, with what was filled in.
  ///
  /// - Parameters:
  ///   - visit: The look at the page.
  ///   - sent: What was filled in; `nil` where nothing was.
  ///   - problems: What is wrong with it.
  /// - Throws: What answering throws; a ``QueryFault``.
  init(_ visit: Visit, sent: LetterRequest?, problems: [String]) throws {
    let round = try WarningRound(
      WarningRound.Question(
        to: visit.units(), asOf: visit.day, draftedOn: visit.day, pause: LettersPage.pause),
      in: visit.workspace)
    let all = (round.letters + round.resting).sorted {
      $0.question.village.code < $1.question.village.code
    }
    let proposed = Set(round.letters.map(\.question.village.code.description))
    let ticked = sent.map { Set($0.villages) } ?? proposed
    late = TableView(
      "Desa dengan dokumen yang lewat tenggat", WarningRound.columns,
      showing: [
        .init("nama_unit"), "nama_tahap", .init("dokumen", right: true),
        .init("hari_terlambat", right: true), .init("surat_sebelumnya", right: true),
      ], all,
      links: (
        heading: "Lihat",
        of: { letter in
          let draft = PreparedLetter(letter, number: nil, date: nil)
          return [
            TableView.Link(title: "Konsep", path: LetterDraftFile.address(draft, visit.paths))
          ]
        }
      ),
      tick: { letter, key in
        guard key == "nama_unit", visit.mayIssue(letter) else { return nil }
        let code = letter.question.village.code
        return TableView.Tick(
          value: code.description, label: letter.question.kecamatan.displayName(of: code),
          isTicked: ticked.contains(code.description))
      })
    form = all.contains(where: visit.mayIssue) ? Form(all, sent, visit) : nil
    var notes = [round.uncomputed.line].compactMap(\.self)
    if !round.resting.isEmpty {
      notes.append(
        "Yang disurati kurang dari \(LettersPage.pause) hari yang lalu tidak dicentang.")
    }
    self.notes = notes
    issued = TableView(
      "Surat yang sudah terbit", IssuedLetters.columns,
      showing: [
        .init("nomor", namesRow: true), .init("tanggal", right: true), "tahap", "nama_unit",
        "petugas", .init("baris", right: true),
      ], try IssuedLetters(to: visit.units(), through: visit.day, in: visit.workspace).lines,
      links: (
        heading: "Lihat",
        of: { [TableView.Link(title: "Surat", path: IssuedLetterFile.address($0, visit.paths))] }
      ))
    let received =
      try visit.query.value(LettersPage.received, as: "tanggal, misalnya 2026-03-31") {
        CivilDate(written: $0)
      } ?? visit.day
    receivedOn = received.description
    receivedInWords = Words.day(received)
    otherDay = visit.day == visit.today ? nil : visit.day.description
    receipts = try LettersPage.receipts(on: received, visit)
    own = visit.base + LettersPage.path
    isSaved = try visit.query.flag(LettersPage.saved)
    self.problems = problems
    isFaulty = !problems.isEmpty
  }

  private static func receipts(on received: CivilDate, _ visit: Visit) throws -> [Receipt] {
    let answer = try Receipts(
      Receipts.Question(of: visit.units(), receivedOn: received, asOf: visit.day),
      in: visit.workspace)
    return answer.receipts.compactMap { receipt in
      guard let row = receipt.lines.first?.event.row else { return nil }
      return Receipt(
        village: receipt.kecamatan.displayName(of: receipt.village.code),
        documents: receipt.lines.map { line in
          [line.code, line.event.period?.indonesian].compactMap(\.self).joined(separator: " ")
        }.joined(separator: ", "),
        path: ReceiptFile.address(receipt.village.code, row, ofDay: true, visit.paths))
    }
  }

  /// Who signs a letter, as a page says it.
  static func signer(_ letter: WarningLetter) -> String {
    let kecamatan = letter.question.kecamatan
    let role = "\(kecamatan.words[.kecamatanHead]) \(kecamatan.unit.name)"
    return letter.camat.map { "\($0.name), \(role)" }
      ?? "\(role); namanya belum ada di Pengaturan, sehingga menjadi garis kosong"
  }
}

extension LettersPage.Form {
  fileprivate init(_ letters: [WarningLetter], _ sent: LetterRequest?, _ visit: Visit) {
    action = visit.paths.page(LettersForm.path)
    number = sent?.number ?? ""
    first = sent?.first ?? ""
    date = sent.map { $0.date ?? "" } ?? visit.today.description
    let names = visit.workspace.office.reminders.warningSteps
    steps = names.enumerated().map { place, name in
      FilterForm.Choice(
        value: "\(place + 1)", label: "\(place + 1). \(name)",
        isSelected: sent?.step == "\(place + 1)")
    }
    var signers: [String] = []
    for letter in letters {
      let signer = LettersPage.signer(letter)
      if !signers.contains(signer) { signers.append(signer) }
    }
    self.signers = signers
  }
}
