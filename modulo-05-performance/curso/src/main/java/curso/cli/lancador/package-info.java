/// O lançador do Windows depois de achado o JDK: o que `construcao.sh`, `maven.sh` e `semrede.sh` fazem nos outros sistemas.
///
/// Em Java, e não no `curso.cmd`: assim se testa em qualquer sistema. Na primeira vez nada está compilado, e
/// `curso.cmd` executa [Construir] a partir do fonte: por isso este pacote só usa o JDK.
package curso.cli.lancador;
