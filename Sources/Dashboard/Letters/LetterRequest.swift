internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import Hashing
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

/// Letters that somebody asked to be issued: which desa, by which step, with which numbers, on which day.
struct LetterRequest {
  /// What was filled in.
  let villages: [String]
  let step: String?
  let number: String?
  let first: String?
  let date: String?

  /// The fields, beside the ones that a confirmation adds.
  static let village = "pilih"
  static let step = "tahap"
  static let number = RequestField.letterNumber.formName
  static let first = RequestField.firstNumber.formName
  static let date = RequestField.date.formName
  /// The fields that stand once.
  static let single = [step, number, first, date]

  /// What is wrong with what was filled in; it can be filled in again.
  struct Refused: Error {
    let problems: [String]
  }

  /// Letters that can be issued.
  struct Prepared {
    let letters: [PreparedLetter]
    let date: CivilDate
    /// What is recorded.
    let request: IssueLetters

    /// The hash of the pages, by which it is seen that what is issued is what was shown.
    var fingerprint: String {
      let pages = letters.map(\.page.html).joined()
      return String(
        decoding: Hexadecimal.encode(SHA256.digest(of: Array(pages.utf8))), as: UTF8.self)
    }

    /// Where the page of a letter goes.
    func path(of letter: PreparedLetter, in workspace: Workspace) -> FilePath {
      workspace.folder.appending(PrintedPages.folder).appending(letter.fileName(on: date))
    }
  }

  /// Takes what was filled in.
  init(_ fields: FormFields) {
    villages = fields.all(LetterRequest.village)
    step = fields[LetterRequest.step]
    number = fields[LetterRequest.number]
    first = fields[LetterRequest.first]
    date = fields[LetterRequest.date]
  }

  /// The numbers of so many letters; `nil` where what was filled in gives none.
  func numbers(of count: Int) -> [String]? {
    guard let number, let day = date.flatMap({ CivilDate(written: $0) }) else { return nil }
    return try? LetterNumbers(number).numbers(
      of: count, from: first.flatMap { Int(plain: $0) }, on: day)
  }

  /// The letters, by the ledgers as they are now; nothing is written.
  ///
  /// - Throws: ``Refused``; a ``QueryFault`` for what no page of ours sends; ``ShownTrouble`` for what the
  ///   visitor may not; what reading the workspace throws.
  func prepared(_ visit: Visit) throws -> Prepared {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let steps = visit.workspace.office.reminders.warningSteps
    let step = try step.map { word in
      try QueryFault.read(word, as: "tahap surat") { try? WarningStep($0, among: steps) }
    }
    var problems: [String] = []
    if villages.isEmpty { problems.append("Belum ada desa yang dicentang.") }
    if number == nil { problems.append("Nomor surat belum diisi.") }
    let first = first.flatMap { Int(plain: $0) }
    if let text = self.first, first == nil {
      problems.append("Nomor urut pertama '\(text)' bukan bilangan.")
    }
    let day = date.flatMap { CivilDate(written: $0) }
    if day == nil {
      problems.append(
        date.map { "Tanggal surat '\($0)' bukan tanggal." } ?? "Tanggal surat belum diisi.")
    }
    guard problems.isEmpty, let day, let number else { throw Refused(problems: problems) }
    let letters = try letters(step, on: day, visit)
    let recorder = try visit.visitor.recorder()
    do {
      let numbers = try LetterNumbers(number).numbers(of: letters.count, from: first, on: day)
      let prepared = zip(letters, numbers).map { PreparedLetter($0, number: $1, date: day) }
      let request = IssueLetters(prepared.compactMap(\.issued), on: day, recorder: recorder)
      _ = try request.admitted(in: visit.workspace, at: visit.instant)
      return Prepared(letters: prepared, date: day, request: request)
    } catch {
      throw try LetterRequest.refused(error)
    }
  }

  private func letters(
    _ step: WarningStep?, on day: CivilDate, _ visit: Visit
  ) throws -> [WarningLetter] {
    let chosen = try villages.map { text in
      try QueryFault.read(text, as: "desa yang dipantau di sini") { text in
        let code = try visit.workspace.unit(text)
        return code.isDesa && visit.visitor.sees(code) ? code : nil
      }
    }
    let round = try WarningRound(
      WarningRound.Question(
        to: UnitScope(chosen, visit.workspace.kecamatan), step, asOf: visit.day, draftedOn: day,
        pause: 0), in: visit.workspace)
    let met = Set(round.letters.map(\.question.village.code))
    let missing = chosen.filter { !met.contains($0) }
    guard missing.isEmpty else {
      throw Refused(
        problems: missing.map { code in
          let name = visit.workspace.kecamatan.first { $0.code == code.kecamatan }?
            .displayName(of: code)
          return "\(name ?? code.description) tidak lagi memiliki dokumen yang lewat tenggat."
        })
    }
    guard round.letters.allSatisfy(visit.mayIssue) else {
      throw ShownTrouble(trouble: .notAllowed)
    }
    return round.letters
  }

  /// What stands against letters, in words; an error that there are no words for is thrown on.
  static func refused(_ error: any Error) throws -> Refused {
    if let taken = error as? PrintedPages.Taken {
      let name = taken.path.lastComponent?.string ?? ""
      return Refused(
        problems: ["\(PrintedPages.folder)/\(name) sudah ada dengan isi lain; pindahkan dahulu."])
    }
    let causes = (error as? RequestFailure)?.causes ?? [error]
    return Refused(
      problems: try causes.flatMap { cause -> [String] in
        guard let objections = Objection.all(in: cause) else { throw cause }
        return objections.map(\.ofLetters)
      })
  }
}

extension Objection {
  /// The sentence as the page of the letters says it.
  fileprivate var ofLetters: String {
    let words = [what, remedy].map { text in
      text.spelled { action in
        switch action {
        case .give(.letterNumber): "isian 'Nomor surat'"
        case .give(.firstNumber): "isian 'Nomor urut pertama'"
        default: action.asTyped
        }
      }
    }
    return "\(words.joined(separator: "; ").capitalizedFirst)."
  }
}

extension Visit {
  /// Whether the visitor may issue a letter: the documents that it is about are theirs to decide on.
  func mayIssue(_ letter: WarningLetter) -> Bool {
    day == today && visitor.isAmong(LettersForm.writers)
      && letter.parts.allSatisfy { part in
        visitor.may(
          .decide, part.assessment.report.level, responsible: part.responsible, of: part.unit)
      }
  }
}
