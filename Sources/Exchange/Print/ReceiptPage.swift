package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording

/// The receipt for what one desa handed in on a day.
package struct ReceiptPage {
  /// What was asked.
  package let answer: Receipts
  /// The receipt.
  package let receipt: Receipts.Receipt

  /// Describes a page.
  package init(answer: Receipts, receipt: Receipts.Receipt) {
    self.answer = answer
    self.receipt = receipt
  }

  private var kecamatan: Kecamatan { receipt.kecamatan }
  /// The desa as it is printed.
  package var villageName: String { kecamatan.displayName(of: receipt.village.code) }
  /// The day of receipt as it is printed.
  package var day: String { Words.day(answer.question.received) }
  private var letterhead: LetterheadPart {
    LetterheadPart(letterhead: answer.letterhead, logo: answer.logo, kecamatan: kecamatan)
  }

  /// The page.
  package func html(_ paper: ReceiptPaper) -> String {
    PrintedPage(
      title: "Tanda terima - \(villageName) - \(answer.question.received.indonesian)",
      style: style(paper), hasImage: answer.logo != nil,
      content: """
        <main class="lembar">
        \(letterhead.html)
        <h1>TANDA TERIMA</h1>
        <p>Telah diterima dari \(villageName) pada \(day), dokumen berikut:</p>
        <table class="dokumen">
        <thead>
        <tr><th>No.</th><th>Dokumen</th><th>Periode</th><th>Tenggat</th><th>Keadaan</th><th>Bukti</th>\
        <th>Catatan dalam buku</th></tr>
        </thead>
        <tbody>
        \(HTMLText.lines(receipt.lines.enumerated().map { row($0 + 1, $1) }))
        </tbody>
        </table>
        <section class="penutup">
        <div><p>&nbsp;</p><p>Yang menyampaikan,</p><p class="ruang"></p><p>\(LetterheadPart.blank)</p></div>
        <div><p>\(letterhead.place), \(answer.question.received.indonesian)</p><p>Yang menerima,</p>\
        <p class="ruang"></p><p>\(LetterheadPart.blank)</p></div>
        </section>
        </main>
        """
    ).html
  }

  private func row(_ number: Int, _ line: ReceiptLine) -> HTMLText {
    let words = HandoverWords(line: line)
    let period: HTMLText = line.event.period.map { "\($0.indonesian)" } ?? ""
    let own: HTMLText = words.ownDay.map { "<br><small>\($0)</small>" } ?? ""
    let due: HTMLText = line.assessment?.due.map { "\($0.indonesian)" } ?? "-"
    return """
      <tr><td>\(number).</td><td>\(line.report.name) (\(line.code))\(own)</td><td>\(period)</td>\
      <td>\(due)</td><td>\(words.verdict)</td><td><small>\(words.evidence)</small></td>\
      <td><small>\(words.record)</small></td></tr>
      """
  }

  private func style(_ paper: ReceiptPaper) -> HTMLText {
    """
    @page { size: \(paper.width)mm \(paper.height)mm; margin: 10mm 12mm; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #e4e4e4; color: #000;
      font: 10pt/1.3 Arial, "Liberation Sans", Arimo, Helvetica, sans-serif; }
    p { margin: 0 0 2mm; }
    .lembar { width: \(paper.width)mm; min-height: \(paper.height)mm; margin: 6mm auto; padding: 10mm 12mm;
      background: #fff; overflow-wrap: break-word; }
    \(LetterheadPart.style)
    h1 { font-size: 12pt; text-align: center; margin: 0 0 3mm; }
    .dokumen { width: 100%; border-collapse: collapse; margin: 1mm 0 3mm; font-size: 9pt; }
    .dokumen thead { display: table-header-group; }
    .dokumen tr { break-inside: avoid; }
    .dokumen th, .dokumen td { border: 0.25mm solid #000; padding: 0.8mm 1.2mm; text-align: left;
      vertical-align: top; }
    .dokumen th { background: #eee; text-align: center; }
    .penutup { display: flex; justify-content: space-between; break-inside: avoid; }
    .penutup div { width: 45%; text-align: center; }
    .penutup p { margin: 0; }
    .penutup .ruang { height: 16mm; }
    @media print {
      body { background: none; }
      .lembar { width: auto; min-height: 0; margin: 0; padding: 0; }
    }
    """
  }
}
