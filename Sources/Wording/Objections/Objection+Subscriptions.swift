internal import ComplianceModel
internal import Deeds
internal import Workspace

extension Objection {
  /// The words for an address of a calendar that is not made.
  init(_ refused: Subscribe.Refused) {
    switch refused {
    case .name(let text):
      self.init(
        .request,
        Remedy(text.isEmpty ? "namanya kosong" : "nama '\(text.prefix(40))' tidak dapat dipakai"),
        fix: "tulis nama dalam satu baris, misalnya HP Kasi Pemerintahan")
    case .jabatan(let word, let known):
      self.init(
        .request, "jabatan '\(word)' tidak dikenal",
        fix: Remedy(WorkspaceSentence.mendRole(for: word, known: known)))
    case .taken(let name):
      self.init(
        .request, "langganan '\(name)' sudah ada",
        fix: "pakai nama lain, atau cabut dahulu yang lama")
    }
  }
}
