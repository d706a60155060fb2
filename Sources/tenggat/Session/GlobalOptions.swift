internal import ArgumentParser
internal import CivilCalendar

/// What the options of every command say, however they were read.
struct GlobalChoices {
  /// The workspace's folder, where it is named.
  var folder: String?
  /// The day to take for today, where one is set.
  var today: CivilDate?
  /// Whether colour is wanted.
  var color = Console.Color.automatic
}

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

/// The option of commands that show something.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Keluaran JSON untuk program lain.")
  var json = false
}

/// The options of commands that judge.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Nilai keadaan pada tanggal ini; bawaan: hari ini.", valueName: "tanggal"))
  var per: CivilDate?

  @Option(
    help: ArgumentHelp(
      "Pakai hanya catatan yang direkam sampai tanggal ini.", valueName: "tanggal"))
  var diketahui: CivilDate?
}

extension Console.Color: ExpressibleByArgument {}
