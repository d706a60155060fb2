<?xml version="1.0" encoding="UTF-8"?>
<!-- Satu baris judul, satu baris angka; yang tidak ada nilainya kosong. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:k="urn:tenggat:kepatuhan:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/k:kepatuhan">
    <xsl:text>kecamatan,tahun,triwulan,per_tanggal,wajib,disampaikan,tepat_waktu,terlambat,lewat,menunggu,dibebaskan,persen_tepat_waktu&#13;&#10;</xsl:text>
    <xsl:value-of select="k:wilayah/k:kecamatan/@kode"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@tahun"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@triwulan"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@per_tanggal"/>
    <xsl:apply-templates select="k:ringkasan"/>
    <xsl:text>&#13;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="k:ringkasan">
    <xsl:text>,</xsl:text><xsl:value-of select="@wajib"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@disampaikan"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@tepat_waktu"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@terlambat"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@lewat"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@menunggu"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@dibebaskan"/>
    <xsl:text>,</xsl:text><xsl:value-of select="@persen_tepat_waktu"/>
  </xsl:template>
</xsl:stylesheet>
