internal import ComplianceModel
package import Wording

extension MachineShortage: Objecting {
  /// Why nothing is sent from this machine.
  package var objections: [Objection] {
    switch self {
    case .files:
      [
        Objection(
          .busy, "terlalu sedikit berkas yang boleh dibuka sekaligus (ulimit -n)",
          fix: "tidak ada yang dikirim; naikkan batasnya, misalnya 'ulimit -n 256', lalu ulangi")
      ]
    case .threads:
      [
        Objection(
          .busy, "terlalu sedikit proses dan utas yang boleh berjalan sekaligus (ulimit -u)",
          fix: "tidak ada yang dikirim; naikkan batasnya, misalnya 'ulimit -u 512', lalu ulangi")
      ]
    }
  }
}
