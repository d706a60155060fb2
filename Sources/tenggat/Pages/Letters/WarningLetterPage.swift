internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// The draft of a letter of the camat to one desa about its late documents, as a page to print.
///
/// What only people know is a line to fill in: number, dates, copies. The text can be changed in the
/// browser before it is printed; there is no script and nothing is loaded from elsewhere.
struct WarningLetterPage {
  let letter: WarningLetter
  let paper: PaperSize

  /// The page.
  var html: String {
    let page: HTMLText = """
      <!DOCTYPE html>
      <html lang="id">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <title>Konsep \(question.step.name) - \(villageName)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      \(note)
      <main class="lembar" contenteditable="true" spellcheck="false">
      \(head)
      \(opening)
      \(table)
      \(closing)
      \(signature)
      </main>
      </body>
      </html>

      """
    return page.markup
  }

  // MARK: - Around the letter

  /// What whoever prepares the letter has to know; it is not printed.
  private var note: HTMLText {
    """
    <aside class="layar">
    <p><strong>Konsep untuk \(words[.kecamatanHead].lowercased()); tidak dikirim otomatis.</strong> Catatan ini tidak ikut dicetak. Teks \
    surat dapat diubah di sini sebelum dicetak; yang diubah tidak tersimpan.</p>
    <p>Periksa dasar setiap tenggat sebelum surat ditandatangani. Keadaan menurut buku pada \
    \(Words.day(question.day))\(Words.knowledge(through: question.knownThrough)).</p>
    <ul>
    \(HTMLText.lines(letter.parts.map(source)))
    </ul>
    </aside>
    """
  }

  private var question: WarningLetter.Question { letter.question }
  private var kecamatan: Kecamatan { question.kecamatan }
  private var village: Unit { question.village }
  private var words: LocalWords { kecamatan.words }
  private var ownName: String { kecamatan.displayName(of: kecamatan.code) }
  private var villageName: String { kecamatan.displayName(of: village.code) }

  /// Where a due date comes from, in full, with its confidence.
  private func source(_ part: Situation) -> HTMLText {
    let what: HTMLText = "<b>\(part.code) \(part.period.indonesian)</b>"
    guard let rule = part.rule else { return "<li>\(what): tidak ada aturan tenggat</li>" }
    let reference: HTMLText = rule.source.reference.map { "; rujukan: \($0)" } ?? ""
    let command = "tenggat jelaskan \(part.code) \(part.period) --unit \(village.code)"
    return """
      <li>\(what): \(rule.source.title)\(reference). Keyakinan: \(Words.confidence(rule.confidence)). \
      <br><code>\(command)</code></li>
      """
  }

  // MARK: - The letter

  private static let blank: HTMLText = "<span class=\"isian\"></span>"
  private static let shortBlank: HTMLText = "<span class=\"isian pendek\"></span>"

  private var head: HTMLText {
    """
    <header class="kop">
    <p>PEMERINTAH \(regency)</p>
    <p class="kantor">\(ownName.uppercased())</p>
    <p class="alamat">Alamat: <span class="isian lebar"></span></p>
    </header>
    <p class="tanggal">\(Self.shortBlank), \(Self.blank)</p>
    <table class="nomor">
    <tr><td>Nomor</td><td>:</td><td>\(Self.blank)</td></tr>
    <tr><td>Sifat</td><td>:</td><td>\(Self.blank)</td></tr>
    <tr><td>Lampiran</td><td>:</td><td>\(Self.blank)</td></tr>
    <tr><td>Perihal</td><td>:</td><td><b>\(subject)</b></td></tr>
    </table>
    <p class="kepada">Kepada<br>Yth. \(words.villageHead(of: kecamatan.label(of: village)))<br>di \(village.name)</p>
    """
  }

  /// `KABUPATEN TAPIN`, `KOTA BATU`; a line to fill in where the table of regions does not name it.
  private var regency: HTMLText {
    let kind = kecamatan.code.isOfCity ? "KOTA" : "KABUPATEN"
    guard let name = kecamatan.regency?.name.uppercased(),
      name.contains(where: { !$0.isWhitespace })
    else {
      return "\(kind) \(Self.blank)"
    }
    let isWhole = name.hasPrefix("KABUPATEN ") || name.hasPrefix("KOTA ")
    let short = ["KAB. ", "KAB "].first { name.hasPrefix($0) }
    if let short { return "KABUPATEN \(String(name.dropFirst(short.count)))" }
    return isWhole ? "\(name)" : "\(kind) \(name)"
  }

  /// What the letter is about: `Himbauan tentang Dokumen Desa yang Lewat Tenggat`.
  private var subject: String {
    let word = "surat "
    let step = question.step.name
    let isLetter = step.lowercased().hasPrefix(word) && step.count > word.count
    let name = isLetter ? String(step.dropFirst(word.count)) : step
    return "\(name) tentang Dokumen \(words[.village]) yang Lewat Tenggat"
  }

  private var opening: HTMLText {
    let number = letter.documents.count
    let count = number == 1 ? "dokumen berikut" : "\(number) dokumen berikut"
    return """
      <p>Dengan hormat,</p>
      <p>Menurut catatan \(ownName) \(record), \
      \(count) dari \(villageName) sudah lewat tenggat:</p>
      """
  }

  /// Which records the letter relies on.
  private var record: String {
    let day = Words.day(question.day)
    let since = letter.watchedSince.words(from: nil).map { " (\($0))" } ?? ""
    guard let known = question.knownThrough, known < question.day else {
      return "sampai dengan \(day)\(since)"
    }
    return "yang dibuat sampai dengan \(Words.day(known)), pada \(day)\(since)"
  }

  private var table: HTMLText {
    let headings = HTMLText.joined(WarningLetter.columns.map { "<th>\($0.heading)</th>" })
    return """
      <table class="dokumen">
      <thead>
      <tr><th>No.</th>\(headings)</tr>
      </thead>
      <tbody>
      \(HTMLText.lines(letter.documents.enumerated().flatMap { rows($0 + 1, $1) }))
      </tbody>
      </table>
      \(localNote)
      """
  }

  /// A row a part; the parts of one document share its number.
  private func rows(_ number: Int, _ document: LateDocument) -> [HTMLText] {
    document.parts.enumerated().map { index, part in
      let span: HTMLText = document.parts.count > 1 ? " rowspan=\"\(document.parts.count)\"" : ""
      let place: HTMLText = index == 0 ? "<td class=\"angka\"\(span)>\(number).</td>" : ""
      return "<tr>\(place)\(HTMLText.joined(WarningLetter.columns.map { cell($0, part) }))</tr>"
    }
  }

  /// A value of a part with what is said below it.
  private func cell(_ column: Column<Situation>, _ part: Situation) -> HTMLText {
    let value = column.cell(part)
    let style: HTMLText = if case .count = value { " class=\"angka\"" } else { "" }
    return "<td\(style)>\(text(value))\(details(under: column.key, part))</td>"
  }

  /// A value as the letter has it; a line to fill in where there is none.
  private func text(_ value: Cell) -> HTMLText {
    switch value {
    case .text(let text), .coded(_, label: let text): "\(text)"
    case .period(let period): "\(period.indonesian)"
    case .due(let day?, isLocal: let isLocal):
      "<span class=\"utuh\">\(day.indonesian)\(isLocal ? " *" : "")</span>"
    case .count(let days): "\(days) hari"
    default: Self.blank
    }
  }

  /// What is said in small letters below a value.
  private func details(under key: String, _ part: Situation) -> HTMLText {
    switch key {
    case "laporan": handover(part)
    case "tenggat": movement(part)
    case "dasar_hukum": confidence(part)
    default: ""
    }
  }

  /// Whom a document goes to, and whether it was there already.
  private func handover(_ part: Situation) -> HTMLText {
    let receiver: HTMLText =
      letter.recipient(of: part).map { "<br><small>kepada: \($0)</small>" } ?? ""
    let returned: HTMLText =
      part.state.returned.map {
        "<br><small>dikembalikan \($0.indonesian), perbaikannya belum disampaikan</small>"
      } ?? ""
    return "\(receiver)\(returned)"
  }

  /// Which act the due date is about, and what moved it.
  private func movement(_ part: Situation) -> HTMLText {
    let meaning: HTMLText =
      part.rule.map { "<br><small>\(Words.meaning($0.meaning))</small>" } ?? ""
    let former: HTMLText =
      letter.postponement(of: part).map {
        "<br><small>diperpanjang dari \($0.former.indonesian)</small>"
      } ?? ""
    return "\(meaning)\(former)"
  }

  /// How far the due date may be relied on, and the letter that moved it.
  private func confidence(_ part: Situation) -> HTMLText {
    let mark: HTMLText
    switch part.rule?.confidence {
    case .local: mark = "<br><small>tanggal lokal</small>"
    case .known, .verified:
      let code = part.rule?.confidence.rawValue ?? ""
      mark = "<small class=\"layar\"><br>keyakinan: \(code)</small>"
    case nil: mark = ""
    }
    let postponed: HTMLText =
      letter.postponement(of: part).map {
        "<br><small>perpanjangan \($0.row.received.indonesian): \($0.note)</small>"
      } ?? ""
    return "\(mark)\(postponed)"
  }

  private var localNote: HTMLText {
    letter.parts.contains(where: \.isLocal)
      ? "<p class=\"catatan\">* Tanggal lokal: ditetapkan kabupaten, bukan undang-undang.</p>" : ""
  }

  /// What the desa is asked for, by what the due dates speak of.
  private var request: HTMLText {
    let delivery: HTMLText =
      "menyampaikan dokumen tersebut kepada penerimanya sebagaimana tercantum dalam tabel"
    guard letter.parts.contains(where: \.isEnacted) else { return delivery }
    guard letter.parts.contains(where: { letter.recipient(of: $0) != nil }) else {
      return "menetapkan dokumen tersebut"
    }
    return "menetapkan dokumen yang belum ditetapkan dan \(delivery)"
  }

  private var closing: HTMLText {
    """
    <p class="batas">Sehubungan dengan itu, Saudara diminta \(request), paling lambat pada hari kerja \
    \(Self.shortBlank), <span class="utuh">tanggal \(Self.blank).</span></p>
    <p>Apabila ada dokumen di atas yang sudah disampaikan, mohon tanda terimanya ditunjukkan agar catatan \
    kami dapat dibetulkan. Apabila ada kendala, mohon diberitahukan sebelum tanggal tersebut.</p>
    <p>Demikian disampaikan untuk menjadi perhatian. Atas kerja sama Saudara diucapkan terima kasih.</p>
    """
  }

  private var signature: HTMLText {
    let name: HTMLText = letter.camat.map { "<u>\($0.ownName)</u>" } ?? Self.blank
    // Who only stands in signs so; the title is before the office, not before the name.
    let standIn: HTMLText = letter.camat?.standIn.map { "\($0) " } ?? ""
    let number: HTMLText = letter.camat?.employeeNumber.map { "\($0)" } ?? Self.blank
    return """
      <section class="penutup">
      <div class="tanda-tangan">
      <p>\(standIn)\(words[.kecamatanHead].uppercased()) \(kecamatan.unit.name.uppercased()),</p>
      <p class="ruang"></p>
      <p><b>\(name)</b><br>NIP \(number)</p>
      </div>
      <div class="tembusan">
      <p>Tembusan:</p>
      <ol><li>\(Self.blank)</li><li>\(Self.blank)</li><li>\(Self.blank)</li></ol>
      </div>
      </section>
      """
  }

  // MARK: - Style

  private var style: HTMLText {
    """
    @page { size: \(paper.width)mm \(paper.height)mm; margin: 15mm 20mm 15mm 25mm; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #e4e4e4; color: #000;
      font: 11pt/1.35 Arial, "Liberation Sans", Arimo, Helvetica, sans-serif; }
    p { margin: 0 0 2.5mm; orphans: 3; widows: 3; }
    .lembar { width: \(paper.width)mm; min-height: \(paper.height)mm; margin: 6mm auto;
      padding: 15mm 20mm 15mm 25mm; background: #fff; overflow-wrap: break-word; }
    .lembar > p { text-align: justify; }
    .lembar > .batas { text-align: left; }
    .kop { text-align: center; border-bottom: 1mm double #000; padding-bottom: 2mm; margin-bottom: 5mm; }
    .kop p { margin: 0; font-size: 13pt; font-weight: bold; }
    .kop .kantor { font-size: 16pt; }
    .kop .alamat { font-size: 10pt; font-weight: normal; margin-top: 1mm; }
    .isian { display: inline-block; min-width: 45mm; height: 1em; border-bottom: 0.3mm dotted #000; }
    .isian.pendek { min-width: 28mm; }
    .isian.lebar { min-width: 110mm; }
    .lembar > .tanggal { text-align: right; margin-bottom: 4mm; }
    .nomor { border-collapse: collapse; margin-bottom: 5mm; }
    .nomor td { padding: 0 2mm 1mm 0; vertical-align: top; }
    .lembar > .kepada { text-align: left; margin-bottom: 5mm; }
    .dokumen { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm;
      font-size: 10pt; line-height: 1.25; }
    .dokumen thead { display: table-header-group; }
    .dokumen tr { break-inside: avoid; }
    .dokumen th, .dokumen td { border: 0.25mm solid #000; padding: 1mm 1.5mm; text-align: left;
      vertical-align: top; }
    .dokumen th { background: #eee; text-align: center; }
    .dokumen .angka { text-align: right; white-space: nowrap; }
    .utuh { white-space: nowrap; }
    .dokumen .isian { min-width: 100%; }
    .dokumen small { font-size: 8.5pt; }
    .lembar > .catatan { font-size: 9pt; margin-bottom: 4mm; }
    .penutup { display: flex; flex-direction: row-reverse; justify-content: space-between;
      align-items: flex-end; break-before: avoid; break-inside: avoid; margin-top: 5mm; }
    .tanda-tangan { width: 50%; text-align: center; }
    .tanda-tangan p { margin: 0; }
    .tanda-tangan .ruang { height: 22mm; }
    .tembusan { font-size: 10pt; }
    .tembusan p { margin: 0; }
    .tembusan ol { margin: 1mm 0 0; padding-left: 6mm; }
    .tembusan li { margin-bottom: 1mm; }
    aside.layar { width: \(paper.width)mm; margin: 6mm auto 0; padding: 4mm 6mm; background: #fff8d6;
      border: 0.3mm solid #b58900; font-size: 10pt; overflow-wrap: break-word; }
    aside.layar ul { margin: 0; padding-left: 5mm; }
    aside.layar code { white-space: nowrap; }
    @media print {
      body { background: none; }
      .layar { display: none; }
      .lembar { width: auto; min-height: 0; margin: 0; padding: 0; }
    }
    """
  }
}
