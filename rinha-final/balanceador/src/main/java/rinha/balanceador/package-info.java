/// O balanceador de carga da Rinha: um proxy reverso HTTP/1.1.
///
/// **Por que Netty.** Dois protótipos, com um laço de eventos numa CPU e o mesmo servidor atrás, encaminharam a mistura da
/// Rinha: o de Netty gastou quase a CPU do nginx por pedido; o de Vert.x 5, que usa o mesmo Netty, bem mais (números no
/// README). E no Netty a conferência estrita do enquadramento fica antes do decodificador, byte a byte; no Vert.x a linha
/// continuada já chega emendada. O Jetty não foi medido.
///
/// Para medir o que está aqui contra o nginx, lado a lado: `rinha-final/balanceador/medir`.
package rinha.balanceador;
