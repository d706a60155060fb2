internal import CivilCalendar
internal import ComplianceModel

/// The draft of a letter of the camat to one desa about its late documents, as a page to print.
///
/// What only people know is a line to fill in: number, dates, copies. The text can be changed in the
/// browser before it is printed; there is no script and nothing is loaded from elsewhere.
struct WarningLetter {
  /// The step, as the office names it: `Surat Himbauan`.
  let step: String
  let kecamatan: Kecamatan
  let village: Unit
  /// The day on which the documents are late.
  let day: CivilDate
  /// The documents, the longest late first.
  let documents: [LateDocument]
  /// The last day of recording that was looked at; `nil` for all.
  let knownThrough: CivilDate?
  /// Who holds the role of camat when the letter is drafted; `nil` where nobody is recorded.
  let camat: Official?
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
      <title>Konsep \(step) - \(villageName)</title>
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
    \(Words.day(day))\(Words.knowledge(through: knownThrough)).</p>
    <ul>
    \(HTMLText.lines(parts.map(source)))
    </ul>
    </aside>
    """
  }

  private var words: LocalWords { kecamatan.words }
  private var ownName: String { kecamatan.displayName(of: kecamatan.code) }
  private var villageName: String { kecamatan.displayName(of: village.code) }

  private var parts: [LatePart] { documents.flatMap(\.parts) }

  /// Where a due date comes from, in full, with its confidence.
  private func source(_ document: LatePart) -> HTMLText {
    let what: HTMLText = "<b>\(document.code) \(document.period.indonesian)</b>"
    guard let rule = document.rule else { return "<li>\(what): tidak ada aturan tenggat</li>" }
    let reference: HTMLText = rule.source.reference.map { "; rujukan: \($0)" } ?? ""
    let command = "tenggat jelaskan \(document.code) \(document.period) --unit \(village.code)"
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
    <p class="tanggal">\(WarningLetter.shortBlank), \(WarningLetter.blank)</p>
    <table class="nomor">
    <tr><td>Nomor</td><td>:</td><td>\(WarningLetter.blank)</td></tr>
    <tr><td>Sifat</td><td>:</td><td>\(WarningLetter.blank)</td></tr>
    <tr><td>Lampiran</td><td>:</td><td>\(WarningLetter.blank)</td></tr>
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
      return "\(kind) \(WarningLetter.blank)"
    }
    let isWhole = name.hasPrefix("KABUPATEN ") || name.hasPrefix("KOTA ")
    let short = ["KAB. ", "KAB "].first { name.hasPrefix($0) }
    if let short { return "KABUPATEN \(String(name.dropFirst(short.count)))" }
    return isWhole ? "\(name)" : "\(kind) \(name)"
  }

  /// What the letter is about: `Himbauan tentang Dokumen Desa yang Lewat Tenggat`.
  private var subject: String {
    let word = "surat "
    let isLetter = step.lowercased().hasPrefix(word) && step.count > word.count
    let name = isLetter ? String(step.dropFirst(word.count)) : step
    return "\(name) tentang Dokumen \(words[.village]) yang Lewat Tenggat"
  }

  private var opening: HTMLText {
    let count = documents.count == 1 ? "dokumen berikut" : "\(documents.count) dokumen berikut"
    return """
      <p>Dengan hormat,</p>
      <p>Menurut catatan \(ownName) \(record), \
      \(count) dari \(villageName) sudah lewat tenggat:</p>
      """
  }

  /// Which records the letter relies on.
  private var record: String {
    guard let knownThrough, knownThrough < day else { return "sampai dengan \(Words.day(day))" }
    return "yang dibuat sampai dengan \(Words.day(knownThrough)), pada \(Words.day(day))"
  }

  private var table: HTMLText {
    """
    <table class="dokumen">
    <thead>
    <tr><th>No.</th><th>Dokumen</th><th>Periode</th><th>Tenggat</th><th>Terlambat</th><th>Dasar</th></tr>
    </thead>
    <tbody>
    \(HTMLText.lines(documents.enumerated().flatMap { rows($0 + 1, $1) }))
    </tbody>
    </table>
    \(localNote)
    """
  }

  /// A row a part; the parts of one document share its number.
  private func rows(_ number: Int, _ document: LateDocument) -> [HTMLText] {
    document.parts.enumerated().map { index, part in
      let span: HTMLText = document.parts.count > 1 ? " rowspan=\"\(document.parts.count)\"" : ""
      let cell: HTMLText = index == 0 ? "<td class=\"angka\"\(span)>\(number).</td>" : ""
      return "<tr>\(cell)\(cells(part))</tr>"
    }
  }

  private func cells(_ part: LatePart) -> HTMLText {
    let receiver: HTMLText = recipient(part).map { "<br><small>kepada: \($0)</small>" } ?? ""
    let returned: HTMLText =
      part.returned.map {
        "<br><small>dikembalikan \($0.indonesian), perbaikannya belum disampaikan</small>"
      } ?? ""
    return """
      <td>\(part.name) (\(part.code))\(receiver)\(returned)</td>\
      <td>\(part.period.indonesian)</td><td>\(due(part))</td>\
      <td class="angka">\(part.daysLate) hari</td><td>\(basis(part))</td>
      """
  }

  /// Whom a document goes to: as the calendar says, else the camat who writes.
  ///
  /// A regulation of the desa is set, and goes to somebody only where the calendar says so.
  private func recipient(_ part: LatePart) -> String? {
    part.recipient.map(words.localized)
      ?? (part.isEnacted ? nil : "\(words[.kecamatanHead]) \(kecamatan.unit.name)")
  }

  /// The due date, which act it speaks of, and what moved it.
  private func due(_ part: LatePart) -> HTMLText {
    let meaning: HTMLText =
      part.rule.map { "<br><small>\(Words.meaning($0.meaning))</small>" } ?? ""
    let former: HTMLText =
      part.postponement.map {
        "<br><small>diperpanjang dari \($0.former.indonesian)</small>"
      } ?? ""
    let mark = isLocal(part) ? " *" : ""
    return "<span class=\"utuh\">\(part.due.indonesian)\(mark)</span>\(meaning)\(former)"
  }

  private func basis(_ part: LatePart) -> HTMLText {
    let title: HTMLText =
      part.lacksSource ? WarningLetter.blank : "\(part.rule?.source.title ?? "")"
    let mark: HTMLText
    switch part.rule?.confidence {
    case .local: mark = "<br><small>tanggal lokal</small>"
    case .known, .verified:
      let code = part.rule?.confidence.rawValue ?? ""
      mark = "<small class=\"layar\"><br>keyakinan: \(code)</small>"
    case nil: mark = ""
    }
    let postponed: HTMLText =
      part.postponement.map {
        "<br><small>perpanjangan \($0.letterDate.indonesian): \($0.note)</small>"
      } ?? ""
    return "\(title)\(mark)\(postponed)"
  }

  private func isLocal(_ part: LatePart) -> Bool { part.rule?.confidence == .local }

  private var localNote: HTMLText {
    parts.contains(where: isLocal)
      ? "<p class=\"catatan\">* Tanggal lokal: ditetapkan kabupaten, bukan undang-undang.</p>" : ""
  }

  /// What the desa is asked for, by what the due dates speak of.
  private var request: HTMLText {
    let delivery: HTMLText =
      "menyampaikan dokumen tersebut kepada penerimanya sebagaimana tercantum dalam tabel"
    guard parts.contains(where: \.isEnacted) else { return delivery }
    guard parts.contains(where: { recipient($0) != nil }) else {
      return "menetapkan dokumen tersebut"
    }
    return "menetapkan dokumen yang belum ditetapkan dan \(delivery)"
  }

  private var closing: HTMLText {
    """
    <p class="batas">Sehubungan dengan itu, Saudara diminta \(request), paling lambat pada hari kerja \
    \(WarningLetter.shortBlank), <span class="utuh">tanggal \(WarningLetter.blank).</span></p>
    <p>Apabila ada dokumen di atas yang sudah disampaikan, mohon tanda terimanya ditunjukkan agar catatan \
    kami dapat dibetulkan. Apabila ada kendala, mohon diberitahukan sebelum tanggal tersebut.</p>
    <p>Demikian disampaikan untuk menjadi perhatian. Atas kerja sama Saudara diucapkan terima kasih.</p>
    """
  }

  private var signature: HTMLText {
    let name: HTMLText = camat.map { "<u>\($0.ownName)</u>" } ?? WarningLetter.blank
    // Who only stands in signs so; the title is before the office, not before the name.
    let standIn: HTMLText = camat?.standIn.map { "\($0) " } ?? ""
    let number: HTMLText = camat?.employeeNumber.map { "\($0)" } ?? WarningLetter.blank
    return """
      <section class="penutup">
      <div class="tanda-tangan">
      <p>\(standIn)\(words[.kecamatanHead].uppercased()) \(kecamatan.unit.name.uppercased()),</p>
      <p class="ruang"></p>
      <p><b>\(name)</b><br>NIP \(number)</p>
      </div>
      <div class="tembusan">
      <p>Tembusan:</p>
      <ol><li>\(WarningLetter.blank)</li><li>\(WarningLetter.blank)</li><li>\(WarningLetter.blank)</li></ol>
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
