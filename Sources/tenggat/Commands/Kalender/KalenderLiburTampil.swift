internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import PlainText
internal import Wording

/// The holidays of a year.
struct KalenderLiburTampil: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tampil", abstract: "Hari libur dan cuti bersama setahun.", aliases: ["show"])

  static let examples = [
    "kalender libur --tahun 2026",
    "kalender libur tampil --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("Tahun; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?

  func run(_ session: inout Session) throws {
    let answer = try HolidayListing(
      of: tahun?.year ?? session.today.year, in: session.workspace)
    let page = HolidayListPage(answer: answer)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session.console)
    }
  }
}
