internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import PlainText
internal import Wording

struct Desa: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "desa", abstract: "Desa mana yang belum memiliki dokumen apa.",
    discussion: """
      Setiap desa wajib enam dokumen setahun; Realisasi Semester I dan II satu dokumen, RPJMDes cukup \
      masih berlaku. Rekomendasi ADD diterbitkan camat, empat kali setahun.
      """,
    aliases: ["villages"])

  static let examples = [
    "desa --tahun 2026",
    "desa --salin --unit Bagak",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tahun kewajiban; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(
    help: ArgumentHelp(
      "Hanya wilayah ini, dari provinsi sampai desa; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Flag(help: "Keluar dengan kode 1 bila ada dokumen yang lewat tenggat.")
  var ketat = false

  @Flag(help: "Yang belum ada sebagai teks untuk grup percakapan, satu bagian satu desa.")
  var salin = false

  var namedUnits: [String] { unit }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    guard !salin || !output.json else {
      throw OptionRefusal.exclusive(["--salin", "--json"])
    }
    let day = judging.per ?? session.today
    let year = tahun?.year ?? day.year
    session.view(on: day)
    let answer = try Villages(
      Villages.Question(
        year: year, of: try session.scope(unit), asOf: day, knownThrough: judging.diketahui),
      in: session.workspace)
    if salin {
      let texts = answer.matrices.map { VillageChatText(answer, $0).lines }
      for line in texts.joined(separator: [""]) { session.console.line(line) }
      session.remark(answer.uncomputed)
    } else if output.json {
      session.console.raw(VillagePage.json(answer).text())
    } else {
      for matrix in answer.matrices {
        VillagePage(answer: answer, matrix: matrix).print(to: &session)
      }
      if let line = answer.uncomputed.line { session.console.line(line, .soon) }
    }
    if ketat, answer.hasOverdue { throw CommandFailure.found }
  }
}
