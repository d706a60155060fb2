internal import ArgumentParser
internal import PlainText
internal import Wording
internal import Workspace

/// Shows the guide that the program ships.
struct Panduan: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "panduan", abstract: "Panduan Tenggat di terminal.",
    discussion: """
      Tanpa HALAMAN: daftar halamannya. Di terminal, halaman yang panjang dibuka dengan $PAGER (bawaan: less). \
      Tidak memerlukan ruang kerja.
      """, aliases: ["guide"])

  static let examples = [
    "panduan",
    "panduan Mulai",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Nama halaman, misalnya Mulai; bawaan: daftarnya.")
  var halaman: String?

  func run() throws {
    var console = Console(color: global.warna, environment: Environment.value)
    let guide = try Guide(try Session.programData())
    if let halaman {
      let page = try guide.asked(halaman)
      guard output.json else {
        GuideView(blocks: page.blocks).print(to: &console)
        return try console.page(with: Environment.value("PAGER"))
      }
      console.raw(Panduan.json(page).adding("isi", .string(page.text)).text())
    } else {
      let chapters = try guide.chapters()
      if output.json {
        console.raw(
          JSONValue.object([
            "halaman": .array(chapters.flatMap(\.pages).map(Panduan.json))
          ]).text())
      } else {
        Panduan.print(chapters, to: &console)
      }
    }
    try console.flush()
  }

  private static func print(_ chapters: [Guide.Chapter], to console: inout Console) {
    let longest = chapters.flatMap(\.pages).map(\.name.terminalWidth).max() ?? 0
    for (number, chapter) in chapters.enumerated() {
      if number > 0 { console.line() }
      console.line(chapter.heading ?? "Lainnya", .strong)
      for page in chapter.pages {
        let blanks = String(repeating: " ", count: longest - page.name.terminalWidth)
        console.line("  \(page.name)\(blanks)  \(MarkdownText.plain(page.abstract))")
      }
    }
    console.line()
    console.line("Buka dengan: tenggat panduan HALAMAN", .faint)
  }

  private static func json(_ page: GuidePage) -> JSONValue {
    [
      "nama": .string(page.name), "judul": .string(MarkdownText.plain(page.title)),
      "ringkasan": .string(MarkdownText.plain(page.abstract)),
    ]
  }
}
