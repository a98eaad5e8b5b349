package rinha.carga.medida;

/// Pausas do processo gerador enquanto a carga corria.
///
/// @param coletas       coletas de lixo que pararam as threads
/// @param coletasMs     tempo parado nelas, somado
/// @param maiorColetaMs a mais longa
/// @param solucos       atrasos de uma thread que só dorme 2 ms e acorda: o processo inteiro parado, ou sem processador
public record Pausas(long coletas, double coletasMs, double maiorColetaMs, Latencias solucos) {
}
