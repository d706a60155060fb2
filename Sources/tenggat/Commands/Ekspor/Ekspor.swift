internal import ArgumentParser

struct Ekspor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ekspor",
    abstract: "Menulis ekspor untuk kabupaten, provinsi, dan program lain.",
    subcommands: [
      EksporXML.self, EksporCSV.self, EksporICS.self, EksporXLSX.self, EksporHTML.self,
    ], aliases: ["export"])
}
