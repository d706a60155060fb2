internal import ArgumentParser
internal import Workspace

/// The units that a command acts on.
struct UnitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Kode atau nama unit, boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Flag(help: "Semua desa yang dipantau.")
  var semuaDesa = false
  @Option(
    help: ArgumentHelp("Desa yang tidak ikut --semua-desa, boleh diulang.", valueName: "unit"))
  var kecuali: [String] = []

  /// What the options say together.
  ///
  /// - Throws: A ``CommandFailure`` for options that contradict each other.
  var named: NamedUnits {
    get throws {
      if semuaDesa {
        guard unit.isEmpty else {
          throw CommandFailure.usage(
            "--unit dan --semua-desa disebut bersama",
            fix: "sebut desanya dengan --unit, atau semuanya dengan --semua-desa --kecuali")
        }
        return .allVillages(except: kecuali)
      }
      guard kecuali.isEmpty else {
        throw CommandFailure.usage(
          "--kecuali tanpa --semua-desa", fix: "tambahkan --semua-desa, atau hapus --kecuali")
      }
      return .these(unit)
    }
  }
}
