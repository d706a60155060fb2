internal import ArgumentParser
internal import CivilCalendar

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Folder ruang kerja.", valueName: "dir"))
  var ruang: String?

  @Option(
    help: ArgumentHelp(
      "Tanggal yang dianggap hari ini; bawaan: hari ini menurut jam kantor.", valueName: "tanggal"))
  var hariIni: CivilDate?

  @Option(help: ArgumentHelp("Warna keluaran; auto: hanya pada terminal.", valueName: "warna"))
  var warna: Console.Color = .automatic

  /// What the options say.
  var choices: GlobalChoices { GlobalChoices(folder: ruang, today: hariIni, color: warna) }
}

extension Console.Color: ExpressibleByArgument {}
