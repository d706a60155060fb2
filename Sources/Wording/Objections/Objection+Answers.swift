package import Answers
internal import Compliance
internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for questions that have no answer; at least one thing.
  package static func all(_ failure: AnswerFailure) -> [Objection] {
    switch failure {
    case .rules(let faults, let calendar):
      faults.map { Objection(.settings, $0.finding(in: calendar)) }
    case .unknownRole(let word, let known):
      [
        Objection(
          .request, "jabatan '\(word)' tidak dikenal",
          fix: Remedy(WorkspaceSentence.mendRole(for: word, known: known)), field: .role)
      ]
    case .noRegister(let known): [noRegister(known: known)]
    case .noRegisterInForce(let year, let registers): [noneInForce(in: year, registers)]
    case .unknownIndicator(let word, let year, let nearest):
      [
        Objection(
          .request, "indikator '\(word)' tidak ada dalam register \(year)",
          fix: nearest.map(Objection.meant)
            ?? "lihat: \(do: .listIndicators(year))", field: .indicator)
      ]
    case .roleWithoutIndicators(let word, let known):
      [
        Objection(
          .request, "jabatan '\(word)' tidak memiliki indikator",
          fix: Remedy(WorkspaceSentence.mendRole(for: word, known: known)), field: .role)
      ]
    case .indicatorOfOtherRole(let indicator, let role):
      [
        Objection(
          .request, "indikator '\(indicator)' bukan milik jabatan '\(role)'",
          fix: "hapus \(do: .give(.role)) atau \(do: .give(.indicator))", field: .role)
      ]
    case .noWarningSteps:
      [
        Objection(
          .settings, "pengingat.teguran dalam kantor.yaml kosong",
          fix: "sebut setidaknya satu tahap, misalnya Surat Imbauan, atau hapus kuncinya")
      ]
    case .unknownWarningStep(let word, let known):
      [
        Objection(
          .request, "tahap '\(word)' tidak ada",
          fix: nearest(
            to: word, among: known,
            listed: known.enumerated().map { "\($0 + 1) (\($1))" }))
      ]
    }
  }

  private static func noneInForce(in year: Int, _ registers: [IndicatorRegister]) -> Objection {
    let others = registers.map { register in
      let validity = register.validity(among: registers) ?? register.validity
      return "\(register.name) berlaku \(RuleText.validity(validity))"
    }
    return Objection(
      .request, "tidak ada register IKU yang berlaku pada \(year)",
      fix: Remedy(
        "\(others.joined(separator: ", ")); pilih tahun lain, "
          + "atau tambahkan register tahun itu dalam kantor.yaml"),
      field: .year)
  }

  /// The indicator that was most likely meant: `mungkin maksudnya H01 (Indeks Kepuasan Masyarakat)`.
  static func meant(_ nearest: NearestIndicator) -> Remedy {
    Remedy("mungkin maksudnya \(nearest.label)\(nearest.name.map { " (\($0))" } ?? "")")
  }

  /// The word that was most likely meant, else all that there are.
  static func nearest(
    to word: String, among known: [String], listed: [String]? = nil
  ) -> Remedy {
    Remedy(
      nearestMatch(to: word, among: known).map { "mungkin maksudnya '\($0)'" }
        ?? "yang ada: \((listed ?? known).joined(separator: ", "))")
  }
}
