internal import CivilCalendar
internal import ComplianceModel

extension RegionTable.Entry {
  /// What is wrong, on the line to mend.
  struct Disagreement {
    let line: Int
    let sentence: RegionSentence
  }

  /// What rows say against each other, with the line to mend.
  static func disagreements(_ entries: [Self]) -> [Disagreement] {
    // In a table without days, in the order of its codes, there is nothing that could disagree.
    guard entries.contains(where: \.hasLife) || !RegionTable.isSorted(entries) else { return [] }
    var found: [Disagreement] = []
    let byCode = Dictionary(grouping: entries, by: \.code)
    for rows in byCode.values where rows.count > 1 { found += sameCode(rows) }
    guard entries.contains(where: \.hasLife) else { return found }
    var successors: [RegionCode: Self] = [:]
    for entry in entries {
      if let since = entry.since, let through = entry.through, through < since {
        found.append(Disagreement(line: entry.line, sentence: .common(.emptyValidity)))
      }
      for former in entry.formerCodes {
        found += disagreements(entry, former, byCode[former] ?? [])
        guard former != entry.code else { continue }
        if let other = successors.updateValue(entry, forKey: former),
          other.code != entry.code, !other.formerCodes.contains(entry.code),
          !entry.formerCodes.contains(other.code)
        {
          found.append(
            Disagreement(
              line: entry.line, sentence: .twoSuccessors("\(former)", line: other.line)))
        }
      }
      let formers = entry.formerCodes.filter { $0 != entry.code }.flatMap { byCode[$0] ?? [] }
      for (index, former) in formers.enumerated() {
        let twin = formers[..<index].first { $0.overlaps(former) }
        guard let twin, twin.code != former.code else { continue }
        found.append(
          Disagreement(line: entry.line, sentence: .merged("\(twin.code)", "\(former.code)")))
      }
    }
    return found
  }

  /// Rows of one code: its names, each after the other.
  private static func sameCode(_ rows: [Self]) -> [Disagreement] {
    let rows = rows.sorted { first, second in
      guard let since = second.since else { return false }
      return first.since.map { $0 < since } ?? true
    }
    var found: [Disagreement] = []
    for (earlier, later) in zip(rows, rows.dropFirst()) {
      let code = "\(later.code)"
      // Told where the row stands that came last.
      let line = max(earlier.line, later.line)
      if earlier.overlaps(later) {
        let sentence = RegionSentence.repeated(code, line: min(earlier.line, later.line))
        found.append(Disagreement(line: line, sentence: sentence))
      } else if let end = earlier.through, let since = later.since, end.adding(days: 1) != since {
        let sentence = RegionSentence.gap(code, through: end, since: since)
        found.append(Disagreement(line: line, sentence: sentence))
      }
    }
    return found
  }

  /// What is wrong with a former code of a row.
  private static func disagreements(
    _ entry: Self, _ former: RegionCode, _ rows: [Self]
  ) -> [Disagreement] {
    sentence(entry, former, rows).map { [Disagreement(line: entry.line, sentence: $0)] } ?? []
  }

  private static func sentence(
    _ entry: Self, _ former: RegionCode, _ rows: [Self]
  ) -> RegionSentence? {
    let code = "\(former)"
    guard former.level == entry.code.level else { return .otherLevel(code) }
    guard former != entry.code else {
      let hasOther = rows.contains { $0.line != entry.line }
      return hasOther ? nil : .ownCode(code)
    }
    guard let since = entry.since else { return .withoutStart(code) }
    guard let last = rows.max(by: { $0.endsBefore($1) }) else { return nil }
    guard let end = last.through, end < since else {
      return .stillThere(code, line: last.line, since: since)
    }
    // Of several former codes only the last one ends on the day before.
    let isOnly = entry.formerCodes.allSatisfy { $0 == former || $0 == entry.code }
    guard isOnly, end.adding(days: 1) != since else { return nil }
    return .gap(code, through: end, since: since)
  }
}

extension RegionTable.Entry {
  /// Whether the row ends before another one does.
  fileprivate func endsBefore(_ other: Self) -> Bool {
    guard let through else { return false }
    return other.through.map { through < $0 } ?? true
  }

  /// Whether two rows hold on one day.
  func overlaps(_ other: Self) -> Bool {
    Validity(since: since, through: through)
      .overlaps(Validity(since: other.since, through: other.through))
  }
}
