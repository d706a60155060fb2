package import Answers
package import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace
internal import Wording

/// The draft of a letter of the camat to one desa about its late documents, as a page to print.
///
/// What only people know is a line to fill in: number, dates, copies. The text can be changed in the
/// browser before it is printed; there is no script and nothing is loaded from elsewhere.
package struct WarningLetterPage {
  let letter: WarningLetter
  let paper: PaperSize

  /// Its number; `nil` leaves a line to fill in.
  let number: String?
  /// Its day; `nil` leaves a line to fill in.
  let date: CivilDate?

  /// Describes a page.
  package init(
    letter: WarningLetter, paper: PaperSize, number: String? = nil, date: CivilDate? = nil
  ) {
    self.letter = letter
    self.paper = paper
    self.number = number
    self.date = date
  }

  /// The page.
  package var html: String {
    let kind = number == nil ? "Konsep \(letter.step.name)" : letter.step.name
    return PrintedPage(
      title: "\(kind) - \(villageName)", style: style, hasImage: letter.logo != nil,
      content: """
        \(note)
        <main class="lembar" contenteditable="true" spellcheck="false">
        \(head)
        \(opening)
        \(table)
        \(closing)
        \(signature)
        </main>
        """
    ).html
  }

  // MARK: - Around the letter

  /// What whoever prepares the letter has to know; it is not printed.
  private var note: HTMLText {
    """
    <aside class="layar">
    <p><strong>\(what); tidak dikirim otomatis.</strong> Catatan ini tidak ikut dicetak. Teks \
    surat dapat diubah di sini sebelum dicetak; yang diubah tidak tersimpan.</p>
    <p>Periksa dasar setiap tenggat sebelum surat ditandatangani. Keadaan menurut buku pada \
    \(Words.day(question.day))\(Words.knowledge(through: question.knownThrough)).</p>
    <ul>
    \(HTMLText.lines(letter.parts.map(source)))
    </ul>
    </aside>
    """
  }

  /// What the page is: a draft, or a letter that has its number.
  private var what: String {
    let head = words[.kecamatanHead].lowercased()
    return number.map { "Surat nomor \($0), untuk ditandatangani \(head)" }
      ?? "Konsep untuk \(head)"
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

  private static let blank = LetterheadPart.blank
  private static let shortBlank = LetterheadPart.shortBlank

  private var letterhead: LetterheadPart {
    LetterheadPart(letterhead: letter.letterhead, logo: letter.logo, kecamatan: kecamatan)
  }

  private var head: HTMLText {
    """
    \(letterhead.html)
    <p class="tanggal">\(letterhead.place), \(date.map { "\($0.indonesian)" } ?? Self.blank)</p>
    <table class="nomor">
    <tr><td>Nomor</td><td>:</td><td>\(number.map { "\($0)" } ?? Self.blank)</td></tr>
    <tr><td>Sifat</td><td>:</td><td>\(Self.blank)</td></tr>
    <tr><td>Lampiran</td><td>:</td><td>\(Self.blank)</td></tr>
    <tr><td>Hal</td><td>:</td><td><b>\(subject)</b></td></tr>
    </table>
    <p class="kepada">Yth. \(words.villageHead(of: kecamatan.label(of: village)))<br>di \(village.name)</p>
    """
  }

  /// What the letter is about: `Imbauan tentang Dokumen Desa yang Lewat Tenggat`.
  private var subject: String {
    let word = "surat "
    let step = letter.step.name
    let isLetter = step.lowercased().hasPrefix(word) && step.count > word.count
    let name = isLetter ? String(step.dropFirst(word.count)) : step
    return "\(name) tentang Dokumen \(words[.village]) yang Lewat Tenggat"
  }

  private var opening: HTMLText {
    let number = letter.documents.count
    let count = number == 1 ? "dokumen berikut" : "\(number) dokumen berikut"
    return """
      <p>Dengan hormat,</p>
      \(reference)\
      <p>Menurut catatan \(ownName) \(record), \
      \(count) dari \(villageName) sudah lewat tenggat:</p>
      """
  }

  /// The letters before this one, each with its number and its day; nothing where it is the first.
  private var reference: HTMLText {
    let letters = letter.earlier.map { earlier in
      let number = earlier.note.map { " nomor \($0.number)" } ?? ""
      return "\(earlier.note?.stepName ?? "surat kami")\(number) tanggal \(earlier.date.indonesian)"
    }
    guard let last = letters.last else { return "" }
    let others = letters.dropLast().joined(separator: ", ")
    return "<p>Surat ini menyusul \(others.isEmpty ? last : "\(others) dan \(last)").</p>\n"
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
}
