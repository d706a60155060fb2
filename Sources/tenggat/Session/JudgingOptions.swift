internal import ArgumentParser
internal import CivilCalendar

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
