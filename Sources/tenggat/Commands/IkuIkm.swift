internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Workspace

/// Reckons the index of public satisfaction from the answers of a survey, and records it if asked.
struct IkuIkm: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "ikm", abstract: "Menghitung IKM dari jawaban survei.",
    discussion: """
      Satu baris satu responden: U1 sampai U9 (atau kurang; 14 unsur menurut aturan 2004), nilai 1-4, \
      boleh kosong (huruf a-d kuesioner cetak dengan --huruf); baris rata-rata dan jumlah \
      dilewati; kolom layanan memberi IKM tiap layanan. Bobot tiap unsur tepat 1/n. Hasilnya dicatat \
      hanya dengan --catat --periode.
      """,
    aliases: ["survey"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Tabel CSV jawaban survei.")
  var berkas: String
  @Flag(
    help: "Baca jawaban huruf kuesioner cetak: a = 1 (terendah) sampai d = 4 (tertinggi).")
  var huruf = false
  @Flag(help: "Catat hasilnya sebagai nilai indikator IKM kantor.")
  var catat = false
  @Option(
    help: ArgumentHelp("Periode survei, misalnya 2026-S1; dengan --catat.", valueName: "periode"))
  var periode: Period?
  @Option(
    help: ArgumentHelp(
      "Skala mutu: ikm-2017 atau ikm-2004; baku: menurut register.", valueName: "skala"))
  var skala: String?
  @OptionGroup var measurement: MeasurementOptions

  /// The scale where neither the user nor a register names one: the regulation in force.
  private static let usualScale = "ikm-2017"

  func run(_ session: inout Session) throws {
    guard catat == (periode != nil) else {
      throw CommandFailure.usage(
        catat ? "--catat tanpa --periode" : "--periode tanpa --catat",
        fix: catat ? "sebut periode surveinya, misalnya --periode 2026-S1" : "tambahkan --catat")
    }
    let indicators = try surveyIndicators(session)
    let scale = try scale(indicators, session)
    let (tally, findings, faults) = try session.workspace.survey(
      at: FilePath(berkas), scale: scale, readsLetters: huruf)
    for finding in findings { Console.message(finding.message) }
    guard let tally else {
      throw CommandFailure(
        .data, "\(faults) galat dalam tabel survei, IKM tidak dihitung", fix: "perbaiki lalu ulangi"
      )
    }
    let survey = SatisfactionSurvey(tally, scale: scale)
    let request = periode.map { measurement.request(period: $0, evidence: berkas) }
    let recorded = try request.map { try record(survey, scale, indicators, $0, session) }
    let page = SurveyPage(
      survey: survey, scale: scale, indicators: indicators, recorded: recorded?.values ?? [])
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
      if let request, let recorded {
        session.console.line()
        request.tell(recorded, &session)
      }
    }
  }

  /// The indicators of the office that a survey gives, those of the period or of today.
  private func surveyIndicators(_ session: Session) throws -> [Indicator] {
    let offices = try session.offices(of: measurement.unit, having: "indikator")
    guard let kecamatan = offices.first, offices.count == 1 else {
      // Without a register there is nothing to record; the index is the same for every office.
      guard catat else { return [] }
      _ = try session.onlyKecamatan()
      return []
    }
    var desk = try session.workspace.desk(of: kecamatan)
    guard let period = periode ?? Period(.year, year: session.today.year) else { return [] }
    let indicators = try desk.registers(inForceIn: period).flatMap(\.register.indicators)
    // Of two registers that have one code, the later one speaks.
    return indicators.enumerated().filter { place, indicator in
      guard case .survey = indicator.source else { return false }
      return !indicators[(place + 1)...].contains { $0.code == indicator.code }
    }.map(\.element)
  }

  private func scale(_ indicators: [Indicator], _ session: Session) throws -> PredicateScale {
    let scales = try session.workspace.predicateScales().filter { !$0.elements.isEmpty }
    let name = skala ?? indicators.compactMap(\.scale).first?.name ?? IkuIkm.usualScale
    guard let scale = scales.first(where: { $0.name == name }) else {
      throw CommandFailure.usage(
        "skala '\(name)' tidak ada",
        fix: "yang ada: \(scales.map(\.name).sorted().joined(separator: ", "))")
    }
    return scale
  }

  private func record(
    _ survey: SatisfactionSurvey, _ scale: PredicateScale, _ indicators: [Indicator],
    _ request: MeasurementRequest, _ session: Session
  ) throws -> MeasurementRequest.Recorded {
    guard let index = survey.index else { return .nothing }
    if let other = indicators.compactMap(\.scale).first(where: { $0.name != scale.name }) {
      throw CommandFailure.usage(
        "register memakai skala \(other.name), bukan \(scale.name)",
        fix: "hapus --skala, atau tulis 'skala: \(scale.name)' pada indikatornya di kalender/iku")
    }
    let values = try indicators.compactMap { indicator -> (MeasurementRequest.Subject, String)? in
      guard case .survey(let result, _) = indicator.source else { return nil }
      let subject = try request.subject(indicator.label, session)
      if case .index = result {
        return (subject, IndicatorWords.decimal(index.hundredths, separator: "."))
      }
      guard let share = survey.servicesReaching(result), share.denominator > 0 else { return nil }
      return (subject, "\(share.numerator)/\(share.denominator)")
    }
    guard !values.isEmpty else { throw try noIndicator(request, session) }
    return try request.record(values, words: "IKM \(index.respondents) responden", session)
  }

  /// The failure of an office that has no indicator for a survey in the period.
  private func noIndicator(
    _ request: MeasurementRequest, _ session: Session
  ) throws -> CommandFailure {
    let kecamatan = try session.offices(of: measurement.unit, having: "indikator")
    var desk = try session.workspace.desk(of: kecamatan.first ?? session.onlyKecamatan())
    let registers = try desk.registers()
    guard let first = registers.first else {
      return CommandFailure(AnswerFailure.noRegister(in: session.workspace))
    }
    guard try !desk.registers(inForceIn: request.period).isEmpty else {
      return request.notInForce(first, among: registers)
    }
    return .usage(
      "register pada \(request.period.indonesian) tidak memiliki indikator IKM",
      fix: "catat dengan 'tenggat iku ukur', atau tulis 'survei' pada indikatornya")
  }
}
