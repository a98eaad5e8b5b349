/// O que se pede de uma carga: o alvo, o modelo, os pedidos, e como conferir cada resposta.
///
/// ```java
/// Alvo alvo = Alvo.de("http://127.0.0.1:9999");
/// Modelo modelo = Rinha2024.carga(Rinha2024.REDUZIDA, 256, Chegadas.REGULARES, 42);
/// Resultado r = new Gerador(Plano.de(alvo, modelo, new ConferenciaDaRinha())).rodar();
/// ```
///
/// Há dois modelos. Na **carga fechada**, cada conexão espera a resposta antes de pedir de novo: mede vazão.
/// Na **carga aberta**, cada pedido tem hora marcada, e a latência conta dela: mede o que um público que não
/// espera sentiria. Um gerador que conta só do envio deixa de fora quem deixou de ser atendido enquanto o
/// servidor parava (omissão coordenada: Gil Tene, *How NOT to Measure Latency*, 2015).
///
/// Entram nas latências todas as respostas, de qualquer código, e os timeouts, com o tempo que se esperou até
/// desistir. Recusas e quedas não entram: falham depressa, e melhorariam os percentis.
package rinha.carga;
