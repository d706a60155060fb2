internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import Wording
internal import Workspace

struct Gabung: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "gabung",
    abstract: "Menjumlahkan ekspor XML banyak kecamatan.",
    discussion: """
      Setiap berkas diperiksa terhadap skemanya. Dari beberapa ekspor satu kecamatan dipakai yang dibuat \
      terakhir. Satu berkas yang salah membatalkan semuanya, kecuali dengan --lewati-salah. Yang belum \
      mengirim dicari dalam tabel --wilayah, atau dalam wilayah.csv ruang kerja dengan banyak kecamatan. Tidak perlu ruang kerja.
      """,
    aliases: ["rollup"])

  static let examples = [
    "gabung kiriman/ --triwulan 2026-TW1 --wilayah wilayah.csv",
    "gabung kiriman/*.xml --csv",
    "gabung kiriman/ --xlsx --keluaran rekap.xlsx",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Berkas ekspor, folder berisi berkas .xml, atau '-'.")
  var berkas: [String]
  @OptionGroup var time: RollupTime
  @OptionGroup var form: RollupForm
  @Option(
    help: ArgumentHelp("Tabel kode,nama: kecamatan yang harus mengirim.", valueName: "berkas"))
  var wilayah: String?
  @Option(
    help: ArgumentHelp("Hanya provinsi, kabupaten, atau kecamatan ini.", valueName: "kode"))
  var unit: String?
  @Flag(help: "Jumlahkan yang lain bila ada berkas yang salah.")
  var lewatiSalah = false
  @Flag(help: "Tampilkan setiap baris, juga bila lebih dari 40.")
  var semua = false

  func run() throws {
    try form.requireSense()
    let site = try RollupSite(global.choices)
    let question = Rollup.Question(
      duty: try time.duty, region: try region(),
      expected: try site.expected(table: wilayah))
    let reading = try reading()
    let findings = reading.faults.flatMap(\.findings)
    for finding in findings { Console.message(finding.message) }
    guard findings.isEmpty || lewatiSalah else { throw refusal(reading.faults.count) }
    let rollup = try Rollup(reading.exports, question)
    let text = RollupText(rollup)
    for finding in text.faults + text.remarks { Console.message(finding.message) }
    guard rollup.doubts.isEmpty || lewatiSalah else { throw refusal(rollup.doubts.count) }
    var console = Console(color: global.warna, environment: Environment.value)
    let page = RollupPage(rollup: rollup, skipped: reading.faults.count, showsAll: semua)
    if form.json {
      console.raw(page.json(reading.faults).text())
    } else if try !form.write(rollup, site, to: &console) {
      page.print(to: &console)
    }
    try console.flush()
  }

  private func reading() throws -> ExportReading {
    let files = try ExportFiles(berkas)
    let progress = ProgressLine(of: files.sources.count, "berkas")
    defer { progress?.end() }
    return try ExportReading(
      files, data: try Session.programData(), processors: Environment.processorCount
    ) { progress?.reach($0) }
  }

  private func region() throws -> RegionCode? {
    guard let unit else { return nil }
    guard let code = RegionCode(written: unit), code.level <= .kecamatan else {
      throw ArgumentRefusal.notARegion(unit)
    }
    return code
  }

  private func refusal(_ count: Int) -> CommandFailure {
    CommandFailure(
      .data, "\(count.indonesian) ekspor tidak dapat dipakai, sehingga tidak ada yang dijumlahkan",
      fix: "perbaiki, atau jumlahkan yang lain dengan --lewati-salah")
  }
}
