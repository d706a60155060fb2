internal import ComplianceModel
internal import Workspace

extension Guide {
  /// The page that a person names, in whatever case.
  ///
  /// - Throws: A ``CommandFailure`` where there is none, with the one that is likely meant.
  func asked(_ word: String) throws -> GuidePage {
    guard let page = try page(named: word) else {
      throw CommandFailure.usage(
        "halaman '\(word)' tidak ada dalam panduan",
        fix: nearestMatch(to: word, among: names).map { "mungkin maksudnya '\($0)'" }
          ?? "lihat: tenggat panduan")
    }
    return page
  }
}
