extension WarningLetterPage {
  /// How the letter looks, on its paper and on a screen.
  var style: HTMLText {
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
    \(LetterheadPart.style)
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
