internal import Exchange

extension OverviewPage {
  /// How the page looks on a screen of any width, and on paper that lies on its long side.
  var style: HTMLText {
    """
    @page { size: \(paper.height)mm \(paper.width)mm; margin: 12mm 12mm 14mm; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #f3f4f6; color: #111827;
      font: 11pt/1.4 Arial, "Liberation Sans", Arimo, Helvetica, sans-serif; }
    main { max-width: 110rem; margin: 0 auto; padding: 1.2rem; background: #fff; overflow-wrap: break-word; }
    \(LetterheadPart.style)
    h1 { font-size: 1.4em; text-align: center; margin: 0 0 .2em; }
    h2 { font-size: 1.2em; margin: 1.6em 0 .4em; }
    h3 { font-size: 1em; margin: 1em 0 .3em; }
    .keadaan { text-align: center; margin: 0 0 1em; color: #374151; }
    nav { text-align: center; }
    nav a { display: inline-block; padding: .4em .6em; color: #1d4ed8; }
    table { width: 100%; border-collapse: collapse; margin-bottom: .8em; font-size: 9.5pt; line-height: 1.25; }
    th, td { border: 1px solid #9ca3af; padding: .3em .45em; text-align: left; vertical-align: top; }
    th { background: #e5e7eb; }
    th.angka, td.angka { text-align: right; font-variant-numeric: tabular-nums; }
    .good { background: #dcfce7; color: #14532d; }
    .soon { background: #fef3c7; color: #713f12; }
    .bad { background: #fecaca; color: #7f1d1d; }
    .faint { background: #f9fafb; color: #4b5563; }
    .catatan { font-size: 9pt; margin: .2em 0; color: #374151; }
    .penutup { width: 20rem; margin: 2em 0 0 auto; text-align: center; break-inside: avoid; }
    .penutup p { margin: 0; min-height: 1.4em; }
    @media screen and (max-width: 45rem) {
      main { padding: .8rem; }
      .kop.berlogo { padding: 24mm 0 0; min-height: 0; }
      .kop .logo { left: calc(50% - 11mm); }
      .isian.lebar { min-width: 40mm; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      table, tbody, tr, td { display: block; }
      tr { border: 1px solid #9ca3af; border-radius: 4px; margin-bottom: .6rem; overflow: hidden; }
      td { border: 0; border-bottom: 1px solid #e5e7eb; padding-left: 9.5rem; position: relative;
        min-height: 2em; }
      td:last-child { border-bottom: 0; }
      td:first-child { font-weight: bold; }
      td::before { font-weight: normal; }
      td.angka { text-align: left; }
      td::before { content: attr(data-judul); position: absolute; left: .45em; width: 8.6rem; color: #4b5563; }
      .penutup { width: 100%; }
    }
    @media print {
      body { background: none; font-size: 10pt; }
      main { max-width: none; padding: 0; }
      .layar { display: none; }
      table { font-size: 8pt; }
      thead { display: table-header-group; }
      table, tr { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      section + section { break-before: page; }
      .catatan { break-before: avoid; }
      .penutup { break-before: auto; }
      th, td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    """
  }
}
