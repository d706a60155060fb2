/// A document of a desa that is late, in one or more of its parts.
///
/// The semesters of RealisasiDes that fall due in one year are parts of one document, as `desa` counts.
struct LateDocument {
  /// What is late of it, the longest late first.
  let parts: [LatePart]

  /// The documents that late parts make, the longest late first.
  static func documents(of parts: [LatePart]) -> [LateDocument] {
    struct Key: Hashable {
      let code: String
      let dutyYear: Int
    }
    var places: [Key: Int] = [:]
    var documents: [[LatePart]] = []
    for part in parts.sorted(by: {
      ($0.due, $0.code, $0.period) < ($1.due, $1.code, $1.period)
    }) {
      let key = Key(code: part.code, dutyYear: part.dutyYear)
      if let place = places[key] {
        documents[place].append(part)
      } else {
        places[key] = documents.count
        documents.append([part])
      }
    }
    return documents.map(LateDocument.init)
  }
}
