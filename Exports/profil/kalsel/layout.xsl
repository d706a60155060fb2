<?xml version="1.0" encoding="UTF-8"?>
<!-- Satu baris untuk setiap dokumen setiap desa. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:k="urn:tenggat:kepatuhan:1" exclude-result-prefixes="k">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/k:kepatuhan">
    <daftar_dokumen_desa tahun="{@tahun}" per_tanggal="{@per_tanggal}">
      <xsl:copy-of select="@triwulan"/>
      <kecamatan kode="{k:wilayah/k:kecamatan/@kode}">
        <xsl:value-of select="k:wilayah/k:kecamatan"/>
      </kecamatan>
      <xsl:apply-templates select="k:dokumen_desa/k:desa/k:dokumen"/>
    </daftar_dokumen_desa>
  </xsl:template>

  <xsl:template match="k:dokumen">
    <baris nomor="{position()}">
      <desa kode="{../@kode}"><xsl:value-of select="../@nama"/></desa>
      <dokumen><xsl:value-of select="@kode"/></dokumen>
      <periode><xsl:value-of select="@periode"/></periode>
      <xsl:if test="@tenggat"><tenggat><xsl:value-of select="@tenggat"/></tenggat></xsl:if>
      <xsl:if test="@tanggal"><diterima><xsl:value-of select="@tanggal"/></diterima></xsl:if>
      <keadaan><xsl:value-of select="@status"/></keadaan>
    </baris>
  </xsl:template>
</xsl:stylesheet>
