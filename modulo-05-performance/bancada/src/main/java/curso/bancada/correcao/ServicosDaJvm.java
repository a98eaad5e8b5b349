package curso.bancada.correcao;

import curso.bancada.servicos.Servicos;

/// Os serviços que todos os testes desta JVM dividem: abertos no primeiro uso, fechados quando a JVM termina.
///
/// Abrir um PostgreSQL custa mais do que a maioria dos testes; cada teste recebe o seu banco, não o seu servidor.
final class ServicosDaJvm {

    private ServicosDaJvm() {}

    static Servicos abertos() {
        return Unica.SERVICOS;
    }

    private static final class Unica {
        static final Servicos SERVICOS = abrir();

        private static Servicos abrir() {
            Servicos servicos = Servicos.abrir();
            // Num servidor que não é nosso, os bancos criados precisam sair antes de nós.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("fechar-servicos").unstarted(servicos::close));
            return servicos;
        }
    }
}
