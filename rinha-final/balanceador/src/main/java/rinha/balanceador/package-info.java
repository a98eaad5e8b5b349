/// O balanceador de carga da Rinha: um proxy reverso HTTP/1.1.
///
/// **Por que Netty.** Dois protótipos de uma página, com um laço de eventos numa CPU e o mesmo nginx atrás, encaminharam a
/// mistura da Rinha. Netty gastou perto de um nginx em CPU por pedido; Vert.x 5, sobre o mesmo Netty, bem mais. E o que decide:
/// no Netty a conferência estrita do enquadramento fica antes do decodificador, byte a byte; no Vert.x o decodificador é
/// dele, e a linha continuada já chega emendada. O Jetty não foi medido: uma thread por pedido não serve a este caminho.
/// Para medir o que está aqui contra o nginx, lado a lado: `rinha-final/balanceador/medir`.
package rinha.balanceador;
