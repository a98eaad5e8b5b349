package curso.auditoria;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.correcao.Veredito;
import curso.bancada.servicos.Servicos;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Dois corretores sobre os mesmos serviços: um com todos os processadores, outro com um só.
final class Corretores implements AutoCloseable {

    private final Servicos servicos = Servicos.abrir();
    private final Corretor todos;
    private final Corretor um;

    Corretores() {
        Corretor.Opcoes opcoes = new Corretor.Opcoes(List.of(),
                Map.of("CURSO_POSTGRES_URL", servicos.postgres().url()), Corretor.Opcoes.PRAZO);
        todos = new Corretor(opcoes);
        um = new Corretor(opcoes.comUmProcessador());
    }

    /// Onde uma correção roda.
    enum Processadores { TODOS, UM }

    Veredito corrigir(Item item, Path fonte, Processadores onde) {
        Pedido pedido = new Pedido(item.ficha().numero(),
                CursoInteiro.CASA.fontesDaCorrecao(item.aula(), item.ficha(), fonte),
                CursoInteiro.CASA.classeDeTeste(item.aula(), item.ficha()));
        return (onde == Processadores.UM ? um : todos).corrigir(pedido);
    }

    @Override
    public void close() {
        todos.close();
        um.close();
        servicos.close();
    }
}
