/// O que uma carga mediu: latências, intervalos, erros, e a saúde do próprio gerador.
///
/// Um gerador sem folga mede a si mesmo. [rinha.carga.medida.SaudeDoGerador] diz se foi o caso: ocupação da thread,
/// espera por processador, atraso em relação à agenda, coletas de lixo e soluços do processo.
package rinha.carga.medida;
