/// O motor: uma thread, um seletor, HTTP/1.1 sem pipelining.
///
/// **Por que um cliente próprio, e não uma biblioteca.** O laço quente é o que este módulo mede e ensina, e o
/// que ele gasta sai do sistema medido: os dois dividem a máquina. Quatro candidatos e o nosso, em protótipos
/// que enviam o mesmo POST por 32 conexões a um nginx (`return 200`), cada lado preso a um núcleo com
/// `taskset`, coletor serial, 3 s depois de 2,5 s de aquecimento:
///
/// | cliente | µs de CPU por pedido | bytes alocados por pedido | p99 |
/// |---|--:|--:|--:|
/// | seletor NIO próprio (protótipo) | 4,0 | 0 | 1,5 ms |
/// | Netty 4.2.18, io_uring | 4,6 | 2.554 | 4,8 ms |
/// | Netty 4.2.18, epoll | 5,3 | 2.476 | 4,4 ms |
/// | Netty 4.2.18, NIO | 5,4 | 2.695 | 5,0 ms |
/// | Vert.x 5.1.3 | 17,5 | 6.455 | 8,9 ms |
/// | java.net.http (JDK 25.0.3) | 84,7 | 18.449 | 19,3 ms |
///
/// O p99 é o ruído de cada cliente, contra um servidor que responde em microssegundos: o lixo vira pausa, e a
/// pausa do gerador aparece como latência do sistema. Um cliente precisa de pouco do HTTP, e esse pouco cabe em
/// [rinha.carga.motor.LeitorDeResposta], testado em cada corte da rede. O preço é não haver TLS, HTTP/2 nem proxy.
///
/// **O teto dele num núcleo**, com a mistura 22:11:1 e a conferência do JSON de cada resposta: de 178 a 203 mil
/// respostas por segundo em cinco rodadas de 4 s:
/// `taskset -c 0 java -jar carga.jar --url http://127.0.0.1:PORTA --cenario maxima --conexoes 32 --duracao 4s`.
///
/// Em 30/11/2026, noutra máquina (AMD EPYC virtual de 2 núcleos), com o mesmo comando e `--aquecimento 10s --duracao 5s`: 53.812,
/// 62.085, 63.603, 64.437 e 68.756 por segundo. Com 4 s e sem esse aquecimento, de 20.457 a 40.611: o compilador da JVM divide o núcleo
/// com o laço, e metade do tempo é dele.
///
/// O resto foi medido em 21/11/2026: Xeon virtual de 2 núcleos, Linux 6.18, JDK 25.0.3, nginx 1.22.1. A máquina tinha outros
/// trabalhos; CPU e bytes por pedido não dependem deles, a vazão e o p99 sim.
package rinha.carga.motor;
