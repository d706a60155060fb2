import TestSupport
import Testing

/// The draft of a letter to a desa about its late documents.
struct LetterTests {
  private static let village = "63.05.12.2007"
  private static let file = "ekspor/surat-teguran-63.05.12.2007-2026-07-06-tahap1-f4.html"

  /// What the paper shows: the page without what is hidden in print.
  private func printed(_ html: String) throws -> String {
    let start = try #require(html.firstRange(of: "<main")?.lowerBound)
    let end = try #require(html.firstRange(of: "</main>")?.upperBound)
    return String(html[start..<end]).replacing(#/<small class="layar">.*?</small>/#, with: "")
  }

  @Test(arguments: ["f4", "a4"])
  func `the letter of a filled year is as it was last read over`(paper: String) async throws {
    let run = try await Office.filled.value.run(
      "surat teguran \(LetterTests.village) --kertas \(paper) --keluaran -", on: Office.day)
    #expect(run.exitCode == 0)
    #expect(run.errorText == "")
    expectGolden(run.output, named: "surat-teguran-\(paper).html")
  }

  @Test func `an English name drafts the same letter`() async throws {
    let office = try await Office.filled.value
    let first = try await office.run(
      "surat teguran \(LetterTests.village) --keluaran -", on: Office.day)
    let second = try await office.run(
      "letter warning \(LetterTests.village) --keluaran -", on: Office.day)
    #expect(first.output == second.output)
    #expect(!first.output.isEmpty)
  }

  @Test func `only what is late on the day is listed`() async throws {
    let office = try await Office.founded()
    // LPPDesa of one desa was handed in late, of the other not at all.
    try await office.do("catat LPPDesa 2025 --unit 63.05.12.2001", on: "2026-04-02")
    func letter(_ desa: String, _ day: String) async throws -> String {
      try printed(
        try await office.do("surat teguran \(desa) --per \(day) --keluaran -", on: "2026-04-06"))
    }
    let late = try await letter("63.05.12.2001", "2026-04-06")
    #expect(!late.contains("(LPPDesa)"))
    #expect(late.contains("(LKPJDes)"))
    let missing = try await letter("63.05.12.2002", "2026-04-06")
    #expect(missing.contains("(LPPDesa)"))
    #expect(missing.contains(">31 Maret 2026</span>"))
    #expect(missing.contains("6 hari"))
    // The due day itself is on time.
    let dueDay = try await letter("63.05.12.2002", "2026-03-31")
    #expect(!dueDay.contains("(LPPDesa)"))
    #expect(try await letter("63.05.12.2002", "2026-04-01").contains("(LPPDesa)"))
    // The recommendation is the camat's own to issue.
    #expect(!missing.contains("RekADD"))
  }

  @Test func `a desa with nothing late gets no letter`() async throws {
    let office = try await Office.founded()
    try office.add("dipantau_sejak: 2027\n")
    let run = try await office.run("surat teguran Tarungin", on: "2027-01-04")
    #expect(run.exitCode == 0)
    #expect(run.outputText.contains("Tidak ada dokumen Desa Tarungin yang lewat tenggat"))
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/ekspor/") })
  }

  @Test func `the page is written whole under its name and says so`() async throws {
    let office = try await Office.founded()
    let said = try await office.do(
      "surat teguran \(LetterTests.village)", on: Office.day)
    #expect(said.contains("\(LetterTests.file): konsep Surat Imbauan"))
    #expect(said.contains("tidak dikirim otomatis"))
    #expect(try office.text(of: LetterTests.file).hasSuffix("</html>\n"))
    #expect(office.folder.files.filter { $0.hasPrefix("kantor/ekspor/") }.count == 1)
    try await office.do(
      "surat teguran \(LetterTests.village) --keluaran surat.html", on: Office.day)
    #expect(try office.text(of: "surat.html") == office.text(of: LetterTests.file))
  }

  @Test(arguments: [
    ("", "Imbauan tentang"), ("--tahap 1", "Imbauan tentang"),
    ("--tahap 2", "Teguran tentang"), ("--tahap surat_teguran", "Teguran tentang"),
  ])
  func `a step is chosen by its number or its name`(
    _ option: String, _ subject: String
  ) async throws {
    let run = try await Office.filled.value.run(
      "surat teguran \(LetterTests.village) --keluaran - \(option)", on: Office.day)
    #expect(run.outputText.contains("<b>\(subject) Dokumen Desa yang Lewat Tenggat</b>"))
    for counted in ["Teguran I", "Teguran 1", "Teguran 2", "Teguran Ketiga"] {
      #expect(!run.outputText.contains(counted))
    }
  }

  @Test func `the steps are those of the office`() async throws {
    let office = try await Office.founded()
    try office.add("pengingat:\n  teguran: [Nota Pembinaan]\n")
    let html = try await office.do(
      "surat teguran \(LetterTests.village) --keluaran -", on: Office.day)
    #expect(html.contains("<b>Nota Pembinaan tentang Dokumen Desa"))
    expectRefusal(
      try await office.run("surat teguran \(LetterTests.village) --tahap 2", on: Office.day), 64,
      "tahap '2' tidak ada; yang ada: 1 (Nota Pembinaan)")
  }

  @Test(arguments: [
    ("surat teguran 63.05.12.2077", 64, "mungkin maksudnya '63.05.12.2007'"),
    ("surat teguran Tarungim", 64, "mungkin maksudnya 'Tarungin'"),
    ("surat teguran 63.05.12", 64, "unit 63.05.12 bukan desa"),
    ("surat teguran Tarungin --tahap Surat_Tegurann", 64, "mungkin maksudnya 'Surat Teguran'"),
    ("surat teguran Tarungin --tahap 0", 64, "tahap '0' tidak ada"),
    ("surat teguran Tarungin --tahap 3", 64, "tahap '3' tidak ada"),
    ("surat teguran Tarungin --kertas a5", 64, "pilih f4, a4"),
    ("surat teguran", 64, "desa belum disebut; sebut kode atau nama desanya, atau --semua"),
    ("surat teguran Tarungin --semua", 64, "desa dan --semua tidak dapat bersama"),
    ("surat teguran Tarungin --unit Bagak", 64, "--unit tanpa --semua"),
    ("surat teguran Tarungin --jeda 3", 64, "--jeda tanpa --semua"),
    ("surat teguran --semua --jeda=-1", 64, "--jeda -1 negatif"),
    ("surat teguran Tarungin --catat", 64, "--catat tanpa --nomor"),
    ("surat teguran --semua --keluaran -", 64, "hanya untuk konsep satu surat"),
    ("surat teguran Tarungin --nomor-awal 3", 64, "--nomor-awal tanpa --nomor"),
    ("surat teguran Tarungin --nomor 1/{n}/P", 64, "nomor urut pertama untuk {n} belum disebut"),
    ("surat teguran Tarungin --nomor 1/P --nomor-awal 3", 64, "--nomor tidak memuat {n}"),
    ("surat teguran Tarungin --nomor 1/{n}/P --nomor-awal 0", 64, "--nomor-awal 0 tidak mungkin"),
    ("surat teguran Tarungin --nomor 1/{n}/P --nomor-awal satu", 64, "tulis bilangan, misalnya 12"),
    ("surat teguran --semua --nomor 1/P", 64, "surat akan bernomor sama"),
    ("surat teguran Tarungin --nomor 1/{tahunn}", 64, "mungkin maksudnya '{tahun}'"),
    ("surat teguran Tarungin --nomor 1/{nomor}", 64, "yang ada: {bulan}, {n}, {tahun}"),
    ("surat teguran Tarungin --nomor 1/{n", 64, "kurung kurawal dalam --nomor tidak berpasangan"),
    ("surat teguran Tarungin --nomor {n}/{n} --nomor-awal 1", 64, "{n} disebut lebih dari sekali"),
    ("surat teguran Tarungin --nomor 1;2", 64, "'1;2' tidak dapat menjadi nomor surat"),
  ])
  func `what cannot be meant is refused`(
    _ words: String, _ code: Int, _ message: String
  ) async throws {
    expectRefusal(try await Office.filled.value.run(words, on: Office.day), code, message)
  }

  @Test func `the desa is meant where the kecamatan bears its name`() async throws {
    let office = try await Office.founded()
    let html = try await office.do("surat teguran Hatungun --keluaran -", on: Office.day)
    #expect(html.contains("Yth. Kepala Desa Hatungun"))
  }

  @Test func `whoever is camat when it is drafted signs, as the office wrote it`() async throws {
    let office = try await Office.founded()
    func signature(_ day: String) async throws -> String {
      // The day that is looked at is another matter.
      let html = try await office.do(
        "surat teguran \(LetterTests.village) --per 2026-05-01 --keluaran -", on: day)
      return String(html[(try #require(html.firstRange(of: "tanda-tangan\">")?.upperBound))...])
    }
    #expect(try await signature("2026-07-06").contains("<b><span class=\"isian\"></span></b>"))
    try office.add(
      """
      pejabat:
        - { jabatan: camat, nama: Contoh Pertama, nip: "000000000000000001", sejak: 2020-01-01 }
        - { jabatan: camat, nama: Plt. Contoh Kedua, sejak: 2026-06-01 }

      """)
    let former = try await signature("2026-05-31")
    #expect(former.contains("<u>Contoh Pertama</u></b><br>NIP 000000000000000001"))
    let standIn = try await signature("2026-06-01")
    #expect(former.contains("<p>CAMAT HATUNGUN,</p>"))
    // A stand-in signs for the office: the title is before it, not before the name.
    #expect(standIn.contains("<p>Plt. CAMAT HATUNGUN,</p>"))
    #expect(standIn.contains("<u>Contoh Kedua</u></b><br>NIP <span class=\"isian\">"))
  }

  @Test func `another step, another paper and an edited draft overwrite nothing`() async throws {
    let office = try await Office.founded()
    let letter = "surat teguran \(LetterTests.village)"
    try await office.do(letter, on: Office.day)
    let first = try office.text(of: LetterTests.file)
    try await office.do("\(letter) --tahap 2", on: Office.day)
    try await office.do("\(letter) --kertas a4", on: Office.day)
    let names = office.folder.files.filter { $0.hasPrefix("kantor/ekspor/") }
    #expect(names.count == 3)
    for end in ["tahap1-a4.html", "tahap1-f4.html", "tahap2-f4.html"] {
      #expect(names.contains { $0.hasSuffix(end) }, "\(end)")
    }
    #expect(try office.text(of: LetterTests.file) == first)
    // The same draft once more is no loss.
    try await office.do(letter, on: Office.day)
    try office.write("edited", to: LetterTests.file)
    expectRefusal(
      try await office.run(letter, on: Office.day), 73,
      "sudah ada dengan isi lain, tidak ada yang ditimpa")
    expectRefusal(
      try await office.run("\(letter) --keluaran \(LetterTests.file)", on: Office.day), 73,
      "atau timpa dengan --timpa")
    #expect(try office.text(of: LetterTests.file) == "edited")
    try await office.do("\(letter) --timpa", on: Office.day)
    #expect(try office.text(of: LetterTests.file) == first)
  }

  @Test func `the two semesters of Realisasi are one document of six`() async throws {
    let office = try await Office.founded()
    try await office.do(
      "kejadian pelantikan-kades --unit Bagak --tanggal 2026-01-15", on: "2026-01-19")
    let said = try await office.do("surat teguran Bagak --per 2026-12-31", on: "2027-01-05")
    #expect(said.contains("5 dokumen lewat tenggat"))
    // RKPDes 2027 is due in September, APBDes 2027 on the last day of the year.
    let html = try await office.do(
      "surat teguran Bagak --hari-ini 2027-01-05 --keluaran -", on: "2027-01-05")
    let printed = try printed(html)
    #expect(printed.contains("6 dokumen berikut dari Desa Bagak"))
    #expect(printed.contains("<td class=\"angka\" rowspan=\"2\">1.</td>"))
    #expect(printed.contains("<td class=\"angka\">6.</td>"))
    #expect(!printed.contains("7."))
    #expect(printed.split(separator: "(RealisasiDes)").count == 3)
    // With one semester in, the other alone is the document.
    try await office.do(
      "catat RealisasiDes 2025-S2 --unit Bagak --tanggal 2026-01-19 --alasan arsip",
      on: "2027-01-05")
    let half = try await office.do("surat teguran Bagak --keluaran -", on: "2027-01-05")
    #expect(half.contains("6 dokumen berikut dari Desa Bagak"))
    #expect(!half.contains("rowspan"))
  }

  @Test func `the same document of two years is two documents`() async throws {
    let office = try await Office.founded()
    try office.add("dipantau_sejak: 2026\n")
    let html = try await office.do("surat teguran Bagak --keluaran -", on: "2027-07-31")
    #expect(html.split(separator: "(LPPDesa)").count == 3)
    // Five a year: RPJMDes waits for a pelantikan; RKPDes and APBDes of 2028 are not due yet.
    #expect(html.contains("8 dokumen berikut dari Desa Bagak"))
  }

  @Test func `the calendar says whom a document goes to, and which are set`() async throws {
    let office = try await Office.founded()
    func letter(_ day: String) async throws -> String {
      try printed(try await office.do("surat teguran Bagak --keluaran -", on: day))
    }
    let april = try await letter("2026-04-06")
    #expect(april.contains("(LKPJDes)<br><small>kepada: BPD, tembusan Camat</small>"))
    #expect(april.contains("(LPPDesa)<br><small>kepada: Bupati melalui Camat</small>"))
    let delivery = "menyampaikan dokumen tersebut kepada penerimanya sebagaimana tercantum dalam"
    #expect(april.contains("Saudara diminta \(delivery) tabel, paling lambat"))
    #expect(!april.contains("kepada Camat Hatungun"))
    // The blank stays with its word, and a line that ends before it is not stretched.
    #expect(april.contains("<span class=\"utuh\">tanggal <span class=\"isian\"></span>.</span>"))
    #expect(april.contains("<p class=\"batas\">Sehubungan"))
    let october = try await letter("2026-10-05")
    // RKPDes is set by the desa, and the calendar names nobody whom it goes to.
    #expect(october.contains("(RKPDes)</td>"))
    #expect(october.contains("diminta menetapkan dokumen yang belum ditetapkan dan \(delivery)"))
    for report in ["LKPJDes 2025", "LPPDesa 2025", "RealisasiDes 2025-S2", "RealisasiDes 2026-S1"] {
      try await office.do("catat \(report) --unit Bagak", on: "2026-10-05")
    }
    #expect(
      try await letter("2026-10-05").contains("diminta menetapkan dokumen tersebut, paling lambat"))
  }

  @Test func `a date of the kabupaten is marked, and no letter is invented for it`() async throws {
    let office = try await Office.founded()
    let html = try await office.do(
      "surat teguran \(LetterTests.village) --per 2026-02-02 --keluaran -", on: Office.day)
    let printed = try printed(html)
    #expect(printed.contains(">20 Januari 2026 *</span>"))
    #expect(printed.contains("<span class=\"isian\"></span><br><small>tanggal lokal</small>"))
    #expect(printed.contains("* Tanggal lokal: ditetapkan kabupaten, bukan undang-undang."))
    // What the calendar says of the usual letter is for whoever prepares the draft.
    #expect(!printed.contains("lazimnya"))
    #expect(html.contains("lazimnya Perbup pengelolaan keuangan desa"))
    #expect(html.contains("Konsep untuk camat; tidak dikirim otomatis"))
    #expect(!printed.contains("Konsep untuk camat"))
  }

  @Test func `an extension and a return stand beside the date`() async throws {
    let office = try await Office.founded()
    try await office.do(
      "perpanjang LPPDesa 2025 --unit Tarungin --sampai 2026-04-10 --catatan Surat_100/7",
      on: "2026-03-20")
    try await office.do("catat LKPJDes 2025 --unit Tarungin", on: "2026-03-25")
    try await office.do(
      "kembalikan LKPJDes 2025 --unit Tarungin --catatan kurang", on: "2026-03-27")
    let html = try await office.do("surat teguran Tarungin --keluaran -", on: "2026-04-13")
    #expect(html.contains(">10 April 2026</span>"))
    #expect(html.contains("diperpanjang dari 31 Maret 2026"))
    #expect(html.contains("perpanjangan 20 Maret 2026: Surat 100/7"))
    #expect(html.contains("dikembalikan 27 Maret 2026, perbaikannya belum disampaikan"))
  }

  @Test func `names from files stay text`() async throws {
    let office = try await Office.founded()
    let hostile = #"<script>alert(1)</script> & "Desa" 'X'"#
    let field = "\"" + hostile.replacing("\"", with: "\"\"") + "\""
    try office.write(
      office.text(of: "wilayah.csv").replacing("63.05.12.2007,", with: "63.05.12.2007,\(field)#")
        .replacing(#/#.*/#, with: ""), to: "wilayah.csv")
    try office.add(
      """
      pejabat:
        - { jabatan: camat, nama: "<img src=x onerror=alert(1)>", nip: "<b>1", sejak: 2020-01-01 }
      pengingat:
        teguran: ["Surat </title><style>*{display:none}</style>"]

      """)
    let html = try await office.do(
      "surat teguran \(LetterTests.village) --keluaran -", on: Office.day)
    for markup in ["<script", "<img", "<b>1", "</title><style>", "'X'"] {
      #expect(!html.contains(markup))
    }
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Desa&quot; &#39;X&#39;"
    #expect(html.contains("Yth. Kepala Desa \(shown)<br>"))
    // Nothing is loaded from elsewhere.
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url("))
  }
}

extension Office {
  /// Adds keys to the office file.
  func add(_ settings: String) throws {
    let file = try text(of: "kantor.yaml").replacing("pejabat: []\n", with: "")
    try write(file + settings, to: "kantor.yaml")
  }
}
