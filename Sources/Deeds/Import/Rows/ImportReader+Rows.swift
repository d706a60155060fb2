internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// Rows that say what was done.
extension ImportReader {
  /// The next row without a fault of reading; `nil` at the end.
  ///
  /// - Throws: A failure of the file system, or of the workspace.
  mutating func nextTableRow(
    _ resolver: inout ImportResolver, _ evidence: inout EvidenceCells
  ) throws -> TableRow? {
    try next { (reader, range) throws in
      guard reader.isRow(range) else { return nil }
      return try reader.tableRow(&resolver, &evidence)
    }
  }

  private mutating func tableRow(
    _ resolver: inout ImportResolver, _ evidence: inout EvidenceCells
  ) throws -> TableRow? {
    let deed = RowDeed(text(of: .event))
    if deed == .obligation(.submitted), isNotYet { return nil }
    // Of an event that nobody knows it cannot be told which cells are too many.
    if case .fact(let word?) = deed, !resolver.knowsEvent(word) {
      report(RowSentence.unknownEvent(word, resolver.anyCalendar), of: .event)
      _ = date(.date, or: nil)
      return nil
    }
    let subject = try subject(of: deed, &resolver)
    let (date, received) = dates(of: deed)
    for column in [ImportColumn.note, .reason, .value] {
      if let fault = ImportSentence.textFault(content(column)) { report(fault, of: column) }
    }
    let file = evidenceFile(of: deed, &evidence)
    if deed.needsNote, content(.note).isEmpty, content(.reason).isEmpty {
      report(RowSentence.noNote(deed), of: .note)
    }
    reportStray(in: deed, date)
    guard !isFaulty, let subject, let date, let received else { return nil }
    return TableRow(
      line: line, columns: ImportColumn.allCases.map { place(of: $0).column }, deed: deed,
      desk: subject.desk, unit: subject.unit, subject: subject.subject, period: subject.period,
      date: date, received: received, hasReceivedDay: !content(.received).isEmpty,
      value: text(of: .value), evidence: file, note: text(of: .note), reason: text(of: .reason))
  }

  private func text(of column: ImportColumn) -> String {
    String(decoding: content(column), as: UTF8.self)
  }

  // MARK: - Cells

  private mutating func dates(of deed: RowDeed) -> (date: CivilDate?, received: CivilDate?) {
    let date = date(.date, or: nil)
    guard deed == .obligation(.extended) else {
      return (date, columns[.received] == nil ? date : self.date(.received, or: date))
    }
    if ImportReader.saysNotYet(content(.received)) {
      report(RowSentence.noLetterDay, of: .received)
      return (date, nil)
    }
    return (date, self.date(.received, or: nil))
  }

  private mutating func evidenceFile(
    of deed: RowDeed, _ evidence: inout EvidenceCells
  ) -> EvidenceCell? {
    let cell = content(.evidence)
    guard deed.takesEvidence, !ImportReader.isVoid(cell) else { return nil }
    if let fault = ImportSentence.textFault(cell) {
      report(fault, of: .evidence)
      return nil
    }
    let text = text(of: .evidence)
    switch evidence.evidence(text) {
    case .success(let file): return file
    case .failure(let trouble):
      report(RowSentence.evidence(text, trouble), of: .evidence)
      return nil
    }
  }

  /// Reports cells that say nothing about what was done: what is not understood is not passed over.
  private mutating func reportStray(in deed: RowDeed, _ date: CivilDate?) {
    if deed != .measurement, !ImportReader.isVoid(content(.value)) {
      report(RowSentence.notOfEvent(.value, deed), of: .value)
    }
    if !deed.takesEvidence, !ImportReader.isVoid(content(.evidence)) {
      report(RowSentence.notOfEvent(.evidence, deed), of: .evidence)
    }
    if deed == .measurement, !content(.reason).isEmpty {
      report(RowSentence.notOfEvent(.reason, deed), of: .reason)
    }
    switch deed.kind {
    case .submitted, .extended: break
    default:
      let received = columns[.received] == nil ? date : self.date(.received, or: date)
      if let received, let date, received != date {
        report(RowSentence.notOfEvent(.received, deed), of: .received)
      }
    }
  }

  // MARK: - What is meant

  private typealias Meaning = (
    desk: Int, unit: RegionCode, subject: TableRow.Subject, period: Period?
  )

  /// What a row speaks of; `nil` after its faults were told.
  private mutating func subject(
    of deed: RowDeed, _ resolver: inout ImportResolver
  ) throws -> Meaning? {
    guard case .obligation = deed else { return try otherSubject(of: deed, &resolver) }
    guard let place = try target(&resolver) else { return nil }
    let target = resolver.targets[place]
    guard let report = resolver.desks[target.desk].calendar.report(target.id.report) else {
      return nil
    }
    return (target.desk, target.id.unit, .report(report), target.id.period)
  }

  /// The event or the indicator that a row speaks of.
  private mutating func otherSubject(
    of deed: RowDeed, _ resolver: inout ImportResolver
  ) throws -> Meaning? {
    guard putKey(isObligation: false) else { return nil }
    let texts = resolver.texts(key)
    var place: (desk: Int, unit: RegionCode)?
    if isUnitKnown {
      do {
        let unit = try resolver.unit(texts[0], named: texts[3], in: texts[4])
        place = (try resolver.open(unit.kecamatan), unit)
      } catch let fault as ImportFault {
        report(ImportFaults([fault]))
      }
    }
    let period = period(texts[2])
    if deed == .measurement {
      if texts[1].isEmpty { report(missing: .report) }
      if texts[2].isEmpty { report(missing: .period) }
      if content(.value).isEmpty { report(missing: .value) }
      guard let place else { return nil }
      guard place.unit == place.unit.kecamatan else {
        report(
          RowSentence.notOfUnit(
            "indikator", resolver.displayName(of: place.unit), isOfVillage: false),
          of: unitColumn)
        return nil
      }
      return (place.desk, place.unit, .indicator(texts[1]), period)
    }
    return event(of: deed, texts[1], place, period, resolver)
  }

  private mutating func event(
    of deed: RowDeed, _ code: String, _ place: (desk: Int, unit: RegionCode)?, _ period: Period?,
    _ resolver: ImportResolver
  ) -> Meaning? {
    guard case .fact(let word) = deed else { return nil }
    if word != nil, !code.isEmpty { report(RowSentence.notOfEvent(.report, deed), of: .report) }
    let calendar = place.map { resolver.desks[$0.desk].calendar } ?? resolver.anyCalendar
    guard let calendar else { return nil }
    guard let event = calendar.event(written: word ?? code) else {
      report(
        RowSentence.unknownEvent(word ?? code, calendar), of: word == nil ? .report : .event)
      return nil
    }
    guard let place else { return nil }
    guard event.isOfVillage == place.unit.isDesa else {
      report(
        RowSentence.notOfUnit(
          event.name, resolver.displayName(of: place.unit), isOfVillage: event.isOfVillage),
        of: unitColumn)
      return nil
    }
    return (place.desk, place.unit, .event(event), period)
  }

  /// The period of a row that speaks of no report; a fault is told where the cell holds none.
  private mutating func period(_ text: String) -> Period? {
    guard !text.isEmpty else { return nil }
    let period = Period(written: text)
    if period == nil { report(ImportSentence.noPeriod(text), of: .period) }
    return period
  }
}
