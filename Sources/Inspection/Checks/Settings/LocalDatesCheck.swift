internal import ComplianceModel
internal import Workspace

/// Local dates that no letter of the kabupaten confirms.
struct LocalDatesCheck: Check {
  let name = "tanggal-lokal"
  let summary = "tanggal lokal yang belum dikukuhkan dengan surat kabupaten"

  func findings(in site: Site) -> [Finding] {
    var files: [String: Set<Int>] = [:]
    for (_, calendar) in site.calendarsInForce {
      for report in calendar.reports where report.isOwed {
        for rule in report.typicalRules {
          files[rule.place.file, default: []].insert(rule.place.line)
        }
      }
    }
    return files.sorted { $0.key < $1.key }.map { file, lines in
      InspectionSentence.localDates(file, count: lines.count, firstLine: lines.min() ?? 0)
    }
  }
}

extension Report {
  /// Rules in use whose date is only a typical one.
  fileprivate var typicalRules: [DeadlineRule] {
    layers.indices.flatMap { index in
      let higher = layers[..<index].joined()
      return layers[index].filter { rule in
        rule.isOnlyTypical
          && !higher.contains { $0.ordinals?.isSuperset(of: rule.ordinals ?? ordinals) ?? true }
      }
    }
  }
}
