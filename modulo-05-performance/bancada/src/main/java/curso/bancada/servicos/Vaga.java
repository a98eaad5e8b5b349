package curso.bancada.servicos;

import java.util.function.Supplier;

/// O lugar de um serviço: vazio até ser pedido, e ocupado por um novo quando o anterior morreu.
///
/// Cada serviço tem a sua trava: abrir um não espera a abertura de outro.
final class Vaga<S extends Servico> {
    private final Supplier<S> abrir;
    private S atual;
    private boolean fechada;

    Vaga(Supplier<S> abrir) {
        this.abrir = abrir;
    }

    synchronized S obter() {
        if (fechada) {
            throw new FalhaDeServico("Os serviços já foram fechados", "um Servicos fechado não reabre", "crie outro com Servicos.abrir()");
        }
        if (atual != null && !atual.vivo()) {
            atual.encerrar();
            atual = null;
        }
        if (atual == null) {
            atual = abrir.get();
        }
        return atual;
    }

    synchronized void fechar() {
        fechada = true;
        if (atual != null) {
            atual.encerrar();
        }
    }
}
